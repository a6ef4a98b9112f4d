package org.gridloom.platform.rules.internal.shell;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.rule.RuleVersion;
import org.gridloom.platform.rules.internal.RuleEditing;
import org.gridloom.platform.rules.internal.RuleSheets;
import org.gridloom.platform.text.Text;

/** Drafts and publishes a table. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "rules", name = "import", description = "由文件发布新版本 / Drafts a version from a file and publishes it")
public class RulesImportCommand extends GridloomCommand {

    @Reference
    private RuleEditing rules;

    @Argument(index = 0, name = "set", required = true, description = "规则集代码 / Code of the rule set")
    @Completion(RuleSetCompleter.class)
    private String set;

    @Argument(
            index = 1,
            name = "file",
            required = true,
            description = "服务器上的 xlsx 或 CSV 文件 / xlsx or CSV file on the server")
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--from", required = true, description = "施行日期 / First day in force")
    private String from;

    @Option(name = "--document", required = true, multiValued = true, description = "依据文号 / Number of a document cited")
    private List<String> documents;

    @Option(name = "--draft", description = "只存草稿 / Only keep a draft")
    private boolean onlyDraft;

    @Reference
    private RuleSheets tables;

    @Override
    protected void run() throws IOException {
        try (InputStream table = Shown.open(file)) {
            RuleVersion made = tables.draft(set, table, Shown.day("--from", from), documents);
            if (!onlyDraft) {
                made = rules.publish(made.id(), made.version());
            }
            say(Text.of(
                    "版本 %1$d,%2$d 行",
                    "Version %1$d, %2$d rows", made.id(), made.rows().size()));
        }
    }
}

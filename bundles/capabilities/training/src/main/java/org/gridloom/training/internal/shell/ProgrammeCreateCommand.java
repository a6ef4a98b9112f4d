package org.gridloom.training.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;
import org.gridloom.training.Programme;
import org.gridloom.training.ProgrammeDraft;
import org.gridloom.training.Programmes;

/** Registers a programme. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "training", name = "programme-create", description = "登记培训项目 / Register a programme")
public final class ProgrammeCreateCommand extends GridloomCommand {

    @Argument(index = 0, name = "code", description = "编码 / Code", required = true)
    private String code;

    @Argument(index = 1, name = "name", description = "名称 / Name", required = true)
    private String name;

    @Argument(index = 2, name = "unit", description = "单元 / Unit", required = true)
    private String unit;

    @Option(name = "--description", description = "说明 / What it is for")
    private String description;

    @Option(name = "--sessions", description = "应参训期数 / Sessions required")
    private int sessions = 1;

    @Option(name = "--pass-score", description = "合格分数 / Pass score")
    private String passScore;

    @Option(name = "--months", description = "证书有效月数 / Months that its certificate is good for")
    private Integer months;

    @Option(name = "--note", description = "备注 / Remark")
    private String note;

    @Reference
    private Programmes programmes;

    @Override
    protected void run() {
        Programme made = programmes.create(new ProgrammeDraft(
                code,
                name,
                unit,
                description,
                sessions,
                passScore == null ? null : Scores.parse("--pass-score", passScore),
                months,
                note));
        say(Text.of("已登记 %s", "Registered %s", made.code()));
    }
}

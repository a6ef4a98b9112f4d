package org.gridloom.platform.rules.internal.shell;

import java.io.IOException;
import java.io.InputStream;
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
import org.gridloom.platform.rules.internal.Calendars;

/** Sets a year from CSV. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "calendar", name = "import", description = "由文件设置年度 / Sets a year from a file (日期, 安排 休/班, 名称)")
public class CalendarImportCommand extends GridloomCommand {

    @Reference
    private Calendars calendars;

    @Argument(index = 0, name = "year", required = true, description = "年份 / Year")
    private int year;

    @Argument(
            index = 1,
            name = "file",
            required = true,
            description = "服务器上的 xlsx 或 CSV 文件 / xlsx or CSV file on the server")
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--document", required = true, description = "依据文号 / Number of the document")
    private String document;

    @Override
    protected void run() throws IOException {
        try (InputStream days = Shown.open(file)) {
            say(Shown.source(calendars.load(year, document, days, null)));
        }
    }
}

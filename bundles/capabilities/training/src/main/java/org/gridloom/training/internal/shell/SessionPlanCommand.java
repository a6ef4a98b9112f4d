package org.gridloom.training.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;
import org.gridloom.training.Session;
import org.gridloom.training.SessionDraft;
import org.gridloom.training.Sessions;

/** Plans a session. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "training", name = "session-plan", description = "计划一期培训 / Plan a session")
public final class SessionPlanCommand extends GridloomCommand {

    @Argument(index = 0, name = "number", description = "期次 / Number", required = true)
    private String number;

    @Argument(index = 1, name = "title", description = "主题 / Title", required = true)
    private String title;

    @Argument(index = 2, name = "unit", description = "举办单元 / Unit that holds it", required = true)
    private String unit;

    @Option(name = "--topic", description = "内容 / Topic")
    private String topic;

    @Option(name = "--format", description = "形式 / Format")
    private String format;

    @Option(name = "--on", description = "日期 / Day")
    private String on;

    @Option(name = "--hours", description = "时段 / Hours")
    private String hours;

    @Option(name = "--place", description = "地点 / Place")
    private String place;

    @Option(name = "--programme", description = "培训项目 / Programme")
    private String programme;

    @Option(name = "--studio", description = "工作室 / Studio")
    private String studio;

    @Option(name = "--trainers", description = "师资编码,逗号分隔 / Codes of trainers, comma-separated")
    private String trainers;

    @Option(name = "--capacity", description = "名额,0 为不限 / Places, 0 for no limit")
    private Integer capacity;

    @Option(name = "--note", description = "备注 / Remark")
    private String note;

    @Reference
    private Sessions sessions;

    @Override
    protected void run() {
        Session made = sessions.create(new SessionDraft(
                number,
                title,
                topic,
                format,
                unit,
                Options.date("--on", on),
                hours,
                place,
                programme,
                studio,
                Options.list(trainers),
                capacity,
                note));
        say(Text.of("已计划 %2$s,编号 %1$d", "Planned %2$s as %1$d", made.id(), made.number()));
    }
}

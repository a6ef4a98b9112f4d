package org.gridloom.training.internal.shell;

import java.util.List;
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

/** Changes a session that is still to come; what no option names stays. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "training", name = "session-change", description = "修改一期培训 / Change a session")
public final class SessionChangeCommand extends GridloomCommand {

    @Argument(index = 0, name = "session", description = "编号 / Id", required = true)
    private long session;

    @Option(name = "--number", description = "期次 / Number")
    private String number;

    @Option(name = "--title", description = "主题 / Title")
    private String title;

    @Option(name = "--unit", description = "举办单元 / Unit that holds it")
    private String unit;

    @Option(name = "--topic", description = "内容 / Topic")
    private String topic;

    @Option(name = "--format", description = "形式 / Format")
    private String format;

    @Option(name = "--on", description = "日期 / Day")
    private String on;

    @Option(name = "--hours", description = "时段,\"\" 为无 / Hours; \"\" for none")
    private String hours;

    @Option(name = "--place", description = "地点,\"\" 为无 / Place; \"\" for none")
    private String place;

    @Option(name = "--programme", description = "培训项目,\"\" 为无 / Programme; \"\" for none")
    private String programme;

    @Option(name = "--studio", description = "工作室,\"\" 为无 / Studio; \"\" for none")
    private String studio;

    @Option(name = "--trainers", description = "师资编码,逗号分隔,\"\" 为无 / Codes of trainers, comma-separated; \"\" for none")
    private String trainers;

    @Option(name = "--capacity", description = "名额,0 为不限 / Places, 0 for no limit")
    private Integer capacity;

    @Option(name = "--note", description = "备注,\"\" 为无 / Remark; \"\" for none")
    private String note;

    @Reference
    private Sessions sessions;

    @Override
    protected void run() {
        Session record = sessions.get(session);
        SessionDraft before = record.draft();
        Session changed = sessions.change(
                session,
                new SessionDraft(
                        Options.or(number, before.number()),
                        Options.or(title, before.title()),
                        Options.or(topic, before.topic()),
                        Options.or(format, before.format()),
                        Options.or(unit, before.unit()),
                        on == null ? before.heldOn() : Options.date("--on", on),
                        Options.or(hours, before.hours()),
                        Options.or(place, before.place()),
                        Options.or(programme, before.programme()),
                        Options.or(studio, before.studio()),
                        trainers == null ? before.trainers() : named(trainers),
                        capacity == null ? before.capacity() : capacity,
                        Options.or(note, before.note())),
                record.version());
        say(Text.of("已变更 %s", "Changed %s", changed.number()));
    }

    private static List<String> named(String trainers) {
        return trainers.isBlank() ? List.of() : Options.list(trainers);
    }
}

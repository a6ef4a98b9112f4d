package org.gridloom.training.internal.shell;

import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.PagedCommand;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.text.Text;
import org.gridloom.training.Attendance;
import org.gridloom.training.AttendanceFilter;
import org.gridloom.training.Attendances;

/** Who takes or took part. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "training", name = "attendance-list", description = "参训列表 / Who takes or took part")
public final class AttendanceListCommand extends PagedCommand {

    @Option(name = "--unit", description = "来自单元及其下 / From the unit and below")
    private String unit;

    @Option(name = "--session", description = "培训编号 / Id of a session")
    private Long session;

    @Option(name = "--person", description = "人员编号 / Code of a person")
    private String person;

    @Option(name = "--topic", description = "内容 / Topic")
    private String topic;

    @Option(name = "--state", description = "状态 / State")
    private String state;

    @Reference
    private Attendances attendances;

    @Override
    protected void run() {
        Page<Attendance> part = attendances.list(
                new AttendanceFilter(unit, session, person, topic, state, null, null),
                pageQuery(Set.copyOf(Attendances.SORTABLE)));
        ShellTable table = table(
                Text.of("编号", "Id"),
                Text.of("期次", "Number"),
                Text.of("日期", "Day"),
                Text.of("人员", "Person"),
                Text.of("姓名", "Name"),
                Text.of("单元", "Unit"),
                Text.of("状态", "State"),
                Text.of("成绩", "Score"));
        for (Attendance each : part.items()) {
            table.row(
                    each.id(),
                    each.number(),
                    each.heldOn(),
                    each.person(),
                    each.personName(),
                    each.unit(),
                    each.state(),
                    each.score());
        }
        print(table, part);
    }
}

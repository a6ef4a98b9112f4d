package org.gridloom.platform.states.internal;

import java.util.List;
import java.util.Set;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetOutput;
import org.gridloom.platform.sheet.SheetPages;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.state.CaseFilter;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where cases of a procedure stand. */
@Component(service = Sheet.class)
public final class CaseSheet implements Sheet {

    private final Procedures procedures;

    @Activate
    public CaseSheet(@Reference Procedures procedures) {
        this.procedures = procedures;
    }

    @Override
    public SheetDefinition definition() {
        return SheetDefinition.exported(
                "states.cases",
                Text.of("在办事项", "Cases"),
                Permissions.READ,
                Set.of("machine", "state", "unit", "overdue"),
                List.of(
                        SheetColumn.text("subject", Text.of("事项", "Case")),
                        SheetColumn.code("unit", Text.of("单元编码", "Unit")),
                        SheetColumn.text("state", Text.of("状态", "State")),
                        SheetColumn.text("since", Text.of("状态起始", "Since")),
                        SheetColumn.text("lamp", Text.of("亮灯", "Lamp")),
                        SheetColumn.date("dueOn", Text.of("到期日", "Due on")),
                        SheetColumn.text("dueAt", Text.of("到期时间", "Due at")),
                        SheetColumn.text("openedAt", Text.of("立案时间", "Opened"))));
    }

    @Override
    public void export(SheetQuery query, SheetOutput out) {
        if (query.text("machine") == null) {
            throw Problem.invalid("machine", Text.of("须指明办理流程", "Say which procedure"));
        }
        CaseFilter filter = new CaseFilter(
                query.text("machine"),
                query.text("state"),
                query.text("unit"),
                Boolean.parseBoolean(query.text("overdue")));
        SheetPages.each(
                query,
                Set.of(),
                page -> procedures.cases(filter, page),
                each -> out.row(
                        each.subject(),
                        each.unit(),
                        each.stateName(),
                        each.since(),
                        each.lamp(),
                        each.dueOn(),
                        each.dueAt(),
                        each.openedAt()));
    }
}

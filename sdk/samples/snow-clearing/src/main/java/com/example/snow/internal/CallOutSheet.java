package com.example.snow.internal;

import static com.example.snow.SnowPermissions.EDIT;
import static com.example.snow.SnowPermissions.READ;

import com.example.snow.CallOut;
import com.example.snow.CallOutDraft;
import com.example.snow.CallOutFilter;
import com.example.snow.CallOuts;
import java.util.List;
import java.util.Set;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetColumn.Kind;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetOutput;
import org.gridloom.platform.sheet.SheetPages;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.sheet.SheetRow;
import org.gridloom.platform.sheet.SheetRows;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The list of call-outs that take or took place; those with hours are done. */
@Component
public final class CallOutSheet implements Sheet {

    private static final SheetDefinition DEFINITION = new SheetDefinition(
            "snow.call-outs",
            Text.of("除雪出动", "Call-outs for snow"),
            EDIT,
            READ,
            Set.of("unit", "team", "state", "from", "to"),
            10_000,
            List.of(
                    SheetColumn.text("number", Text.of("单号", "Number")).needed().upTo(40),
                    SheetColumn.code("unit", Text.of("网格编码", "Unit"))
                            .needed()
                            .upTo(40)
                            .aka("单元编码"),
                    SheetColumn.text("team", Text.of("队伍编码", "Team")).needed().upTo(40),
                    SheetColumn.date("day", Text.of("日期", "Day")).needed(),
                    SheetColumn.whole("machines", Text.of("机械数", "Machines")).needed(),
                    SheetColumn.of(Kind.DECIMAL, "hours", Text.of("工时", "Hours"))
                            .explained(Text.of("未完成的留空", "Empty until it is done")),
                    SheetColumn.text("note", Text.of("备注", "Note")).upTo(200)));

    private final Importing importing;
    private final CallOuts callOuts;

    @Activate
    public CallOutSheet(@Reference Desk desk, @Reference DefaultCallOuts callOuts) {
        this.callOuts = callOuts;
        importing = new Importing(
                desk, "number", (tx, row, write) -> callOuts.put(tx, draft(row), row.decimal("hours"), write));
    }

    @Override
    public SheetDefinition definition() {
        return DEFINITION;
    }

    @Override
    public ImportReport load(SheetRows rows, boolean dryRun, Progress progress) {
        return importing.load(rows, dryRun, progress);
    }

    @Override
    public void export(SheetQuery query, SheetOutput out) {
        CallOutFilter filter = new CallOutFilter(
                query.text("unit"), query.text("team"), query.text("state"), query.date("from"), query.date("to"));
        SheetPages.each(query, CallOuts.SORTABLE, page -> callOuts.list(filter, page), it -> row(it, out));
    }

    private static CallOutDraft draft(SheetRow row) {
        return new CallOutDraft(
                row.text("number"),
                row.text("unit"),
                row.text("team"),
                row.date("day"),
                row.whole("machines"),
                row.text("note"));
    }

    /** What was cancelled did not take place. */
    private static void row(CallOut it, SheetOutput out) {
        if (!it.state().equals(CallOut.CANCELLED)) {
            out.row(it.number(), it.unit(), it.team(), it.day(), it.machines(), it.hours(), it.note());
        }
    }
}

package org.gridloom.platform.jobs.internal;

import java.util.List;
import java.util.Set;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetOutput;
import org.gridloom.platform.sheet.SheetPages;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is due later and what failed. */
@Component(service = Sheet.class)
public final class JobSheet implements Sheet {

    private final JobDesk desk;

    @Activate
    public JobSheet(@Reference JobDesk desk) {
        this.desk = desk;
    }

    @Override
    public SheetDefinition definition() {
        return SheetDefinition.exported(
                "jobs.jobs",
                Text.of("定时任务", "Jobs"),
                Permissions.JOB_VIEW,
                Set.of("name", "state"),
                List.of(
                        SheetColumn.code("id", Text.of("编号", "Number")),
                        SheetColumn.text("name", Text.of("名称", "Name")),
                        SheetColumn.text("key", Text.of("键", "Key")),
                        SheetColumn.text("recurring", Text.of("重复", "Recurring")),
                        SheetColumn.text("state", Text.of("状态", "State")),
                        SheetColumn.text("dueAt", Text.of("到期", "Due")),
                        SheetColumn.text("nextAttemptAt", Text.of("下次执行", "Next attempt")),
                        SheetColumn.whole("attempts", Text.of("失败次数", "Failures")),
                        SheetColumn.text("failedAt", Text.of("失败时间", "Failed")),
                        SheetColumn.text("error", Text.of("错误", "Error")),
                        SheetColumn.text("doneAt", Text.of("完成时间", "Done"))));
    }

    @Override
    public void export(SheetQuery query, SheetOutput out) {
        SheetPages.each(
                query,
                Set.of(),
                page -> desk.list(query.text("name"), query.text("state"), page),
                each -> out.row(
                        Long.toString(each.id()),
                        each.name(),
                        each.key(),
                        each.recurring(),
                        each.state(),
                        each.dueAt(),
                        each.nextAttemptAt(),
                        each.attempts(),
                        each.failedAt(),
                        each.error(),
                        each.doneAt()));
    }
}

package org.gridloom.organization.internal.shell;

import java.time.LocalDate;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.gridloom.organization.Restructured;
import org.gridloom.organization.Restructuring;
import org.gridloom.organization.UnitSuccession;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.text.Text;

/** Base of commands that change the structure. */
abstract class RestructuringCommand extends UnitCommand {

    @Option(name = "--date", description = "生效日期,缺省为今天 / First day of the change; today if absent")
    private String date;

    @Option(name = "--reason", description = "原因 / Reason")
    private String reason;

    @Option(name = "--document", description = "依据文件的文号 / Number of the document in the register on which it rests")
    @Completion(DocumentCompleter.class)
    private String document;

    @Option(name = "--dry-run", description = "只看结果,不写入 / Only show what would follow")
    private boolean dryRun;

    @Reference
    private Restructuring restructuring;

    protected final Restructuring restructuring() {
        return restructuring;
    }

    protected final LocalDate day() {
        return date("--date", date);
    }

    protected final String reason() {
        return reason;
    }

    protected final String document() {
        return document;
    }

    protected final boolean dryRun() {
        return dryRun;
    }

    /** The unit's version as it is now. */
    protected final long version(String code) {
        return units().get(code, day()).version();
    }

    static Text name(UnitSuccession.Kind kind) {
        return switch (kind) {
            case MOVE -> Text.of("迁移", "move");
            case MERGE -> Text.of("合并", "merge");
            case SPLIT -> Text.of("拆分", "split");
            case CLOSE -> Text.of("撤销", "close");
        };
    }

    protected final void print(Restructured outcome) {
        ShellTable table = table(Text.of("变更", "Change"), Text.of("原编码", "From"), Text.of("新编码", "To"));
        outcome.codes().forEach(change -> table.row(name(change.kind()), change.from(), change.to()));
        table.print(out());
        if (!outcome.units().isEmpty()) {
            unitTable(outcome.units()).print(out());
        }
        if (!isPlain()) {
            say(Text.of("生效 %s,涉及下级单元 %d 个", "From %s, %d units below", outcome.date(), outcome.unitsBelow()));
        }
        if (!outcome.consequences().isEmpty()) {
            ShellTable consequences = table(Text.of("数量", "Number"), Text.of("影响", "What follows"));
            outcome.consequences().forEach(each -> consequences.row(each.count(), each.text()));
            consequences.print(out());
        }
        sayIfPreview(outcome.dryRun());
    }
}

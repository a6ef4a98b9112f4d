package org.gridloom.platform.sheets.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Remembers for each user what the headers of their files mean. */
@Component(service = HeaderMemory.class)
public final class HeaderMemory {

    private static final int LONGEST = 100;
    private static final int MOST = 256;

    private final Mappings mappings;
    private final Access access;

    @Activate
    public HeaderMemory(@Reference Mappings mappings, @Reference Access access) {
        this.mappings = mappings;
        this.access = access;
    }

    /** What the caller has said of it: column keys by header, {@link Layout#ASIDE} for what is left aside. */
    public Map<String, String> of(SheetDefinition list) {
        DefaultSheets.requireImported(access, list);
        return mappings.of(list.name());
    }

    /** @throws Problem {@link Problem.Kind#INVALID} for a column that the list does not have */
    public void remember(SheetDefinition list, Map<String, String> columns) {
        DefaultSheets.requireImported(access, list);
        if (columns == null || columns.size() > MOST) {
            throw Problem.invalid("columns", Text.of("应为 1 至 %d 个表头", "Must be 1 to %d headers", MOST));
        }
        List<Violation> violations = new ArrayList<>();
        columns.forEach((header, column) -> {
            String plain = Layout.plain(header);
            if (plain.isEmpty() || plain.length() > LONGEST) {
                violations.add(
                        Violation.of("columns", Text.of("表头为 1 至 %d 字", "A header has 1 to %d characters", LONGEST)));
            } else if (column != null
                    && !column.equals(Layout.ASIDE)
                    && list.column(column).isEmpty()) {
                violations.add(Violation.of("columns", Text.of("没有列 %s", "There is no column %s", column)));
            }
        });
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        mappings.remember(list.name(), columns);
    }
}

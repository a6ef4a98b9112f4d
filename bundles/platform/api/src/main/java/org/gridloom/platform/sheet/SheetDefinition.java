package org.gridloom.platform.sheet;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gridloom.platform.text.Text;

/**
 * What a list looks like and who may bring it in or take it out.
 *
 * @param name {@code <capability>.<noun>}, as in {@code organization.units}
 * @param title what the list is called
 * @param importing permission to import it, held in at least one unit; the import checks the unit of each row; null where
 *     it is not imported
 * @param exporting permission to export it, null where it is not exported
 * @param filters names of the filters that an export takes
 * @param maxRows more rows than this are refused
 * @param columns in the order of template and export
 */
public record SheetDefinition(
        String name,
        Text title,
        String importing,
        String exporting,
        Set<String> filters,
        int maxRows,
        List<SheetColumn> columns) {

    public SheetDefinition {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(title, "title");
        filters = Set.copyOf(filters);
        columns = List.copyOf(columns);
    }

    /** A list that is only exported, however many rows it has. */
    public static SheetDefinition exported(
            String name, Text title, String exporting, Set<String> filters, List<SheetColumn> columns) {
        return new SheetDefinition(name, title, null, exporting, filters, 0, columns);
    }

    public Optional<SheetColumn> column(String key) {
        return columns.stream().filter(column -> column.key().equals(key)).findFirst();
    }
}

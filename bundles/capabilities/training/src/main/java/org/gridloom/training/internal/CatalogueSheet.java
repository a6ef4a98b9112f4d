package org.gridloom.training.internal;

import static org.gridloom.training.TrainingPermissions.EDIT;
import static org.gridloom.training.TrainingPermissions.READ;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetOutput;
import org.gridloom.platform.sheet.SheetPages;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.sheet.SheetRow;
import org.gridloom.platform.sheet.SheetRows;
import org.gridloom.platform.text.Text;
import org.gridloom.training.Catalogue;
import org.gridloom.training.CatalogueEntry;
import org.gridloom.training.CatalogueFilter;
import org.gridloom.training.CatalogueRecord;

/**
 * The list of a catalogue.
 *
 * @param <R> the record
 * @param <D> what it shall be
 */
abstract class CatalogueSheet<R extends CatalogueRecord, D extends CatalogueEntry> implements Sheet {

    private static final int MOST = 10_000;

    private final DefaultCatalogue<R, D> catalogue;
    private final SheetDefinition definition;

    CatalogueSheet(DefaultCatalogue<R, D> catalogue, String name, Text title, List<SheetColumn> columns) {
        this.catalogue = catalogue;
        List<SheetColumn> all = new ArrayList<>(List.of(
                SheetColumn.code("code", Text.of("编码", "Code"))
                        .needed()
                        .upTo(40)
                        .aka("编号"),
                SheetColumn.text("name", Text.of("名称", "Name"))
                        .needed()
                        .upTo(100)
                        .aka("姓名"),
                SheetColumn.code("unit", Text.of("所属单元编码", "Unit"))
                        .needed()
                        .upTo(40)
                        .aka("单元编码")));
        all.addAll(columns);
        all.add(SheetColumn.text("note", Text.of("备注", "Note")).upTo(200));
        definition = new SheetDefinition(name, title, EDIT, READ, Set.of("unit", "q"), MOST, all);
    }

    abstract D draft(SheetRow row);

    abstract void write(R record, SheetOutput out);

    @Override
    public final SheetDefinition definition() {
        return definition;
    }

    @Override
    public final ImportReport load(SheetRows rows, boolean dryRun, Progress progress) {
        return new Importing<>(
                        catalogue.desk(), this::draft, "code", CatalogueEntry::code, catalogue::checked, catalogue::put)
                .load(rows, dryRun, progress);
    }

    @Override
    public final void export(SheetQuery query, SheetOutput out) {
        CatalogueFilter filter = new CatalogueFilter(query.text("unit"), query.text("q"));
        SheetPages.each(query, Catalogue.SORTABLE, page -> catalogue.list(filter, page), record -> write(record, out));
    }
}

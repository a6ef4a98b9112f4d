package org.gridloom.organization.internal;

import java.util.List;
import java.util.Set;
import org.gridloom.organization.Coverage;
import org.gridloom.organization.PartyPermissions;
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

/** Blind spots one by one. */
@Component(service = Sheet.class)
public final class CoverageSheet implements Sheet {

    private final Coverage coverage;

    @Activate
    public CoverageSheet(@Reference Coverage coverage) {
        this.coverage = coverage;
    }

    @Override
    public SheetDefinition definition() {
        return SheetDefinition.exported(
                "organization.gaps",
                Text.of("覆盖盲点", "Gaps in coverage"),
                PartyPermissions.PARTY_READ,
                Set.of("unit", "kind", "asOf"),
                List.of(
                        SheetColumn.text("kind", Text.of("类型", "Kind")),
                        SheetColumn.code("unit", Text.of("单元编码", "Unit")),
                        SheetColumn.code("code", Text.of("编码", "Code")),
                        SheetColumn.text("name", Text.of("名称", "Name"))));
    }

    @Override
    public void export(SheetQuery query, SheetOutput out) {
        SheetPages.each(
                query,
                Set.of(),
                page -> coverage.gaps(query.text("unit"), query.text("kind"), query.date("asOf"), page),
                each -> out.row(each.kind(), each.unit(), each.code(), each.name()));
    }
}

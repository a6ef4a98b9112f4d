package org.gridloom.organization.internal;

import java.util.List;
import java.util.Set;
import org.gridloom.organization.CoordinationBodies;
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

/** The list of coordination bodies. */
@Component(service = Sheet.class)
public final class CoordinationSheet implements Sheet {

    private final CoordinationBodies bodies;

    @Activate
    public CoordinationSheet(@Reference CoordinationBodies bodies) {
        this.bodies = bodies;
    }

    @Override
    public SheetDefinition definition() {
        return SheetDefinition.exported(
                "organization.bodies",
                Text.of("协调机制", "Coordination bodies"),
                PartyPermissions.COORDINATION_READ,
                Set.of("unit", "asOf"),
                List.of(
                        SheetColumn.code("code", Text.of("编码", "Code")),
                        SheetColumn.text("name", Text.of("名称", "Name")),
                        SheetColumn.text("type", Text.of("类型", "Type")),
                        SheetColumn.code("unit", Text.of("单元编码", "Unit")),
                        SheetColumn.date("validFrom", Text.of("起始日期", "Valid from")),
                        SheetColumn.date("validTo", Text.of("终止日期", "Valid to")),
                        SheetColumn.text("note", Text.of("备注", "Note"))));
    }

    @Override
    public void export(SheetQuery query, SheetOutput out) {
        SheetPages.each(
                query,
                CoordinationBodies.SORTABLE,
                page -> bodies.list(query.text("unit"), query.date("asOf"), page),
                each -> out.row(
                        each.code(),
                        each.name(),
                        each.type(),
                        each.unit(),
                        each.validFrom(),
                        each.validTo(),
                        each.note()));
    }
}

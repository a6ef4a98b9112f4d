package org.gridloom.platform.sheets.internal;

import java.util.Comparator;
import java.util.List;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The lists of all installed modules, as far as the caller may do something with them. */
@Component(service = SheetRegistry.class)
public final class SheetRegistry {

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<Sheet> sheets;

    private final Access access;

    @Activate
    public SheetRegistry(@Reference Access access) {
        this.access = access;
    }

    /** By name. */
    public List<SheetDefinition> all() {
        return sheets.stream()
                .map(Sheet::definition)
                .filter(list -> mayImport(list) || mayExport(list))
                .sorted(Comparator.comparing(SheetDefinition::name))
                .toList();
    }

    public boolean mayImport(SheetDefinition list) {
        return list.importing() != null && may(list.importing());
    }

    public boolean mayExport(SheetDefinition list) {
        return list.exporting() != null && may(list.exporting());
    }

    private boolean may(String permission) {
        return permission.equals(RequiresPermission.SIGNED_IN)
                || !access.scope(permission).isEmpty();
    }

    /** @throws Problem {@link Problem.Kind#NOT_FOUND} also for a list with which the caller may do nothing */
    public Sheet get(String name) {
        return sheets.stream()
                .filter(sheet -> {
                    SheetDefinition list = sheet.definition();
                    return list.name().equals(name) && (mayImport(list) || mayExport(list));
                })
                .findFirst()
                .orElseThrow(() -> Problem.notFound(Text.of("没有此表", "There is no such list")));
    }
}

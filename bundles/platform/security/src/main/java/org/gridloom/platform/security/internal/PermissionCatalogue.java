package org.gridloom.platform.security.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gridloom.platform.security.PermissionSet;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** All permissions of the bundles that are there now. */
@Component(service = PermissionCatalogue.class)
public class PermissionCatalogue {

    private final List<PermissionSet> sets = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addSet(PermissionSet set) {
        sets.add(set);
    }

    void removeSet(PermissionSet set) {
        sets.remove(set);
    }

    /** By code, each once. */
    public List<PermissionView> all() {
        return sets.stream()
                .flatMap(set -> set.permissions().stream()
                        .map(permission -> new PermissionView(permission.code(), permission.name(), set.module())))
                .sorted(Comparator.comparing(PermissionView::code))
                .distinct()
                .toList();
    }

    public Optional<PermissionView> find(String code) {
        return all().stream()
                .filter(permission -> permission.code().equals(code))
                .findFirst();
    }

    /** Label, or the code itself for a permission of a module that is absent. */
    public Text name(String code) {
        return find(code).map(PermissionView::name).orElse(new Text(code, code));
    }
}

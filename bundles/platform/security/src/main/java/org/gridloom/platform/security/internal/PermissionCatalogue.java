package org.gridloom.platform.security.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gridloom.platform.security.Duty;
import org.gridloom.platform.security.Permission;
import org.gridloom.platform.security.PermissionSet;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** All permissions of the bundles that are there now. */
@Component(service = PermissionCatalogue.class)
public class PermissionCatalogue {

    private static final String PLATFORM = "platform";

    private final List<PermissionSet> sets = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Map<String, Duty> duties = Map.of();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addSet(PermissionSet set) {
        change(() -> sets.add(set));
    }

    void removeSet(PermissionSet set) {
        change(() -> sets.remove(set));
    }

    private void change(Runnable change) {
        synchronized (this) {
            change.run();
            sort();
        }
        listeners.forEach(Runnable::run);
    }

    /** Runs it whenever a module has brought permissions or taken them away. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    void offChange(Runnable listener) {
        listeners.remove(listener);
    }

    /** Capabilities that check permissions, by the first part of their codes; the platform is none. */
    Set<String> capabilities() {
        return capabilities(code -> true);
    }

    /** Those of them that an account may do something in. */
    Set<String> capabilities(Predicate<String> mayDo) {
        return sets.stream()
                .flatMap(set -> set.permissions().stream())
                .map(Permission::code)
                .filter(mayDo)
                .map(code -> code.split("\\.", 2)[0])
                .filter(capability -> !capability.equals(PLATFORM))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** By code, each once. */
    public List<PermissionView> all() {
        return sets.stream()
                .flatMap(set -> set.permissions().stream()
                        .map(permission -> new PermissionView(
                                permission.code(), permission.name(), set.module(), permission.duty())))
                .sorted(Comparator.comparing(PermissionView::code))
                .distinct()
                .toList();
    }

    public Optional<PermissionView> find(String code) {
        return all().stream()
                .filter(permission -> permission.code().equals(code))
                .findFirst();
    }

    /** Whose work the permission is; empty for a district's own work, and for what an absent module checks. */
    Optional<Duty> duty(String code) {
        return Optional.ofNullable(duties.get(code));
    }

    /** The duties that roles give. */
    Set<Duty> duties(Collection<Role> roles) {
        Set<Duty> given = EnumSet.noneOf(Duty.class);
        for (Role role : roles) {
            if (role.allPermissions()) {
                return EnumSet.allOf(Duty.class);
            }
            role.permissions().stream().flatMap(code -> duty(code).stream()).forEach(given::add);
        }
        return given;
    }

    private void sort() {
        Map<String, Duty> found = new HashMap<>();
        sets.stream()
                .flatMap(set -> set.permissions().stream())
                .filter(permission -> permission.duty() != null)
                .forEach(permission -> found.put(permission.code(), permission.duty()));
        duties = found;
    }

    /** Label, or the code itself for a permission of a module that is absent. */
    public Text name(String code) {
        return find(code).map(PermissionView::name).orElse(new Text(code, code));
    }
}

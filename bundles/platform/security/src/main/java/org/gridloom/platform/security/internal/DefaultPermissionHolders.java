package org.gridloom.platform.security.internal;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.gridloom.platform.security.PermissionHolders;
import org.gridloom.platform.security.internal.domain.AccountName;
import org.gridloom.platform.security.internal.store.AccountStore;
import org.gridloom.platform.security.internal.store.GrantStore;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds holders by their grants, judged as when they call. A unit is the nearer the longer its code is: codes are paths. */
@Component
public class DefaultPermissionHolders implements PermissionHolders {

    /** How near the whole district is. */
    private static final int FARTHEST = 0;

    private final RightsCache rights;
    private final Units units;

    @Activate
    public DefaultPermissionHolders(@Reference RightsCache rights, @Reference Units units) {
        this.rights = rights;
        this.units = units;
    }

    @Override
    public Set<String> nearest(String permission, String unit) {
        LocalDate today = units.today();
        return rights.read(tx -> {
            Set<String> nearest = new TreeSet<>();
            int least = FARTHEST;
            for (String account : new GrantStore(tx.em()).holders(permission, today)) {
                OptionalInt nearness = rights.of(account)
                        .filter(found -> found.account().enabled())
                        .map(found -> nearness(found, permission, unit, today))
                        .orElse(OptionalInt.empty());
                if (nearness.isEmpty() || nearness.getAsInt() < least) {
                    continue;
                }
                if (nearness.getAsInt() > least) {
                    nearest.clear();
                    least = nearness.getAsInt();
                }
                nearest.add(account);
            }
            return nearest;
        });
    }

    @Override
    public Set<String> enabled(Set<String> names) {
        Set<String> wanted = new HashSet<>();
        names.forEach(name -> wanted.add(AccountName.canonical(name)));
        return rights.read(tx -> new AccountStore(tx.em()).enabled(wanted));
    }

    /** Empty where no grant gives it there. */
    private OptionalInt nearness(Rights held, String permission, String unit, LocalDate today) {
        return held.giving(permission, today)
                .filter(grant -> reaches(grant.unit(), unit))
                .mapToInt(grant -> nearness(grant.unit(), unit, today))
                .max();
    }

    private boolean reaches(String granted, String unit) {
        UnitScope scope = units.scope(granted);
        return unit == null ? scope.equals(UnitScope.everywhere()) : scope.contains(unit);
    }

    private int nearness(String granted, String unit, LocalDate today) {
        if (units.scope(granted).equals(UnitScope.everywhere())) {
            return FARTHEST;
        }
        return units.successors(granted, today).stream()
                .filter(code -> CodeRange.subtree(code).contains(unit))
                .mapToInt(String::length)
                .max()
                .orElse(FARTHEST + 1);
    }
}

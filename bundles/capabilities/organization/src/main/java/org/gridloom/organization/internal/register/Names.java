package org.gridloom.organization.internal.register;

import static org.gridloom.organization.PartyPermissions.COORDINATION_READ;
import static org.gridloom.organization.PartyPermissions.OUTSIDE_READ;
import static org.gridloom.organization.PartyPermissions.PARTY_READ;
import static org.gridloom.organization.TerritoryPermissions.UNIT_READ;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridloom.organization.internal.Desk;
import org.gridloom.organization.internal.domain.Family;
import org.gridloom.organization.internal.domain.OrganizationHistory;
import org.gridloom.organization.internal.store.OrganizationStore;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.UnitRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Names of units and organisations, many at once: records hold codes, people read names. */
@Component(service = Names.class)
public final class Names {

    static final int AT_MOST = 500;

    private static final String UNIT = "unit";

    private static final Map<Family, String> READ =
            Map.of(Family.PARTY, PARTY_READ, Family.OUTSIDE, OUTSIDE_READ, Family.BODY, COORDINATION_READ);

    private final Desk desk;

    @Activate
    public Names(@Reference Desk desk) {
        this.desk = desk;
    }

    /**
     * What a code stands for.
     *
     * @param family {@code unit}, {@code party}, {@code outside} or {@code body}
     * @param asked the code as it was asked for
     * @param code the code that the unit bears on the date; of organisations the same
     * @param name on the date, or when the organisation was last there
     */
    public record Name(String family, String asked, String code, String name) {}

    /** Those the caller may see, by family and code; codes that stand for nothing are left out. */
    public List<Name> of(Set<String> units, Map<Family, Set<String>> organizations, LocalDate asOf) {
        LocalDate date = desk.day("asOf", asOf);
        int asked = units.size()
                + organizations.values().stream().mapToInt(Set::size).sum();
        if (asked > AT_MOST) {
            throw Problem.invalid("", Text.of("一次最多 %d 个编码", "At most %d codes at once", AT_MOST));
        }
        List<Name> names = new ArrayList<>(unitNames(units, date));
        organizations.forEach((family, codes) -> names.addAll(names(family, codes, date)));
        names.sort(Comparator.comparing(Name::family).thenComparing(Name::asked));
        return names;
    }

    /** A unit that ended without one successor is not named: what it lay in is another unit. */
    private List<Name> unitNames(Set<String> codes, LocalDate date) {
        List<Name> names = new ArrayList<>();
        desk.units().resolve(codes, date).forEach((asked, unit) -> {
            if (isOfSameLevel(asked, unit) && desk.access().may(UNIT_READ, unit.code())) {
                names.add(new Name(UNIT, asked, unit.code(), unit.name()));
            }
        });
        return names;
    }

    private static boolean isOfSameLevel(String asked, UnitRef unit) {
        return asked.length() == unit.code().length();
    }

    private List<Name> names(Family family, Set<String> codes, LocalDate date) {
        if (codes.isEmpty()) {
            return List.of();
        }
        return desk.transactions()
                .read(tx -> new OrganizationStore(tx)
                        .find(family, codes).values().stream()
                                .filter(history ->
                                        desk.access().may(READ.get(family), OrganizationRegister.seat(history, date)))
                                .map(history ->
                                        new Name(family.code(), history.code(), history.code(), name(history, date)))
                                .toList());
    }

    private static String name(OrganizationHistory history, LocalDate date) {
        return OrganizationRegister.nearest(history, date).what().name();
    }
}

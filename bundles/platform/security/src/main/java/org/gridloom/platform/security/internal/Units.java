package org.gridloom.platform.security.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitDirectory;
import org.gridloom.platform.unit.UnitRef;
import org.gridloom.platform.unit.UnitScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What a unit named long ago comprises today: follows it through merges, splits and moves. */
@Component(service = Units.class)
public class Units {

    private final Clock clock;
    private final CallerThreads calls;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile UnitDirectory directory;

    @Activate
    public Units(@Reference Clock clock, @Reference CallerThreads calls) {
        this.clock = clock;
        this.calls = calls;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Everything for no unit and for the district itself; nothing for a unit that was closed without successor. */
    UnitScope scope(String unit) {
        return unit == null ? UnitScope.everywhere() : calls.oncePerCall(new Scope(unit), () -> resolved(unit));
    }

    /** Where rights include the permission today. */
    UnitScope scope(Rights rights, String permission) {
        return union(rights.giving(permission, today()));
    }

    /** Where grants hold. */
    UnitScope union(Stream<Grant> grants) {
        return grants.map(grant -> scope(grant.unit())).reduce(UnitScope.nowhere(), UnitScope::union);
    }

    /** Whether a unit bears or bore the code; without a directory any code may. */
    boolean exists(String unit) {
        UnitDirectory units = directory;
        return units == null || !units.successors(unit, today()).isEmpty();
    }

    /** The codes that lead on from the unit's by the day; its own where no directory knows better. */
    Set<String> successors(String unit, LocalDate day) {
        UnitDirectory units = directory;
        return units == null ? Set.of(unit) : units.successors(unit, day);
    }

    private UnitScope resolved(String unit) {
        UnitDirectory units = directory;
        if (units == null) {
            return UnitScope.of(List.of(CodeRange.subtree(unit)));
        }
        LocalDate today = today();
        Set<String> successors = units.successors(unit, today);
        if (units.root().map(UnitRef::code).filter(successors::contains).isPresent()) {
            return UnitScope.everywhere();
        }
        return successors.stream()
                .map(successor -> units.scope(successor, today))
                .reduce(UnitScope.nowhere(), UnitScope::union);
    }

    private record Scope(String unit) {}
}

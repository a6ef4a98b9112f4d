package org.gridloom.platform.rest.internal.figure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitDirectory;
import org.gridloom.platform.unit.UnitRef;
import org.gridloom.platform.unit.UnitScope;
import org.gridloom.platform.unit.UnitScopes;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Finds units through the directory; where none is installed, a code stands for its prefix. */
@Component(service = Units.class)
public final class Units {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile UnitDirectory directory;

    /** A unit and the codes of its facts. */
    record Place(UnitRef unit, UnitScope scope) {}

    /** Code of the district's own unit. */
    String root() {
        UnitDirectory units = directory;
        if (units == null) {
            throw Problem.invalid("unit", Text.of("请给出单位编码", "Name a unit by its code"));
        }
        return units.root()
                .map(UnitRef::code)
                .orElseThrow(() -> Problem.notFound(Text.of("尚无任何单位", "There is no unit yet")));
    }

    /** @throws UnitMoved where the code has gone to another */
    Place find(String code, LocalDate asOf) {
        UnitDirectory units = directory;
        if (units == null) {
            return new Place(new UnitRef(code, null, null), UnitScope.of(List.of(CodeRange.subtree(code))));
        }
        Optional<UnitRef> unit = units.find(code, asOf);
        if (unit.isPresent()) {
            return new Place(unit.get(), units.scope(code, asOf));
        }
        throw absent(units, code, asOf);
    }

    /** Units and the codes of their facts. */
    record Subunits(List<UnitRef> units, UnitScopes scopes) {}

    /** The units directly below. */
    Subunits below(UnitRef unit, LocalDate asOf) {
        UnitDirectory units = directory;
        if (units == null) {
            throw new Problem(
                    Problem.Kind.UNAVAILABLE,
                    Text.of("单位目录尚未就绪,不知有哪些下级", "Which units lie below is not known: there is no directory of units"));
        }
        List<UnitRef> below = units.children(unit.code(), asOf);
        return new Subunits(
                below, units.scopes(below.stream().map(UnitRef::code).toList(), asOf));
    }

    private static Problem absent(UnitDirectory units, String code, LocalDate asOf) {
        Set<String> successors = units.successors(code, asOf);
        if (successors.size() == 1) {
            return new UnitMoved(code, successors.iterator().next(), asOf);
        }
        if (successors.size() > 1) {
            String parts = String.join(", ", successors.stream().sorted().toList());
            return new Problem(
                    Problem.Kind.GONE,
                    Text.of("单位 %1$s 在 %2$s 已拆分为 %3$s", "Unit %1$s was split by %2$s into %3$s", code, asOf, parts));
        }
        return Problem.notFound(Text.of("%2$s 没有编码为 %1$s 的单位", "There is no unit with code %1$s on %2$s", code, asOf));
    }
}

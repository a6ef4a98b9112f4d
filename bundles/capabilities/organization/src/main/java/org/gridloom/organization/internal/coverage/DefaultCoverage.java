package org.gridloom.organization.internal.coverage;

import static org.gridloom.organization.PartyPermissions.PARTY_READ;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridloom.organization.Coverage;
import org.gridloom.organization.CoverageGap;
import org.gridloom.organization.CoverageReport;
import org.gridloom.organization.internal.Desk;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.UnitScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Coverage and blind spots. */
@Component
public final class DefaultCoverage implements Coverage {

    private final Desk desk;
    private final CoverageReader reader;

    @Activate
    public DefaultCoverage(@Reference Desk desk, @Reference CoverageReader reader) {
        this.desk = desk;
        this.reader = reader;
    }

    @Override
    public CoverageReport report(String unit, LocalDate asOf) {
        LocalDate date = desk.day("asOf", asOf);
        CoverageReader.Found found = reader.read(unit, scope(unit, date), date);
        Map<String, Integer> gaps = new LinkedHashMap<>();
        found.gaps().forEach((kind, count) -> gaps.put(kind, count.intValue()));
        return new CoverageReport(
                unit, date, (int) found.grids(), (int) found.workers(), ratio(found.grids(), found.workers()), gaps);
    }

    private static BigDecimal ratio(long grids, long workers) {
        return workers == 0
                ? null
                : BigDecimal.valueOf(grids).divide(BigDecimal.valueOf(workers), 2, RoundingMode.HALF_UP);
    }

    @Override
    public Page<CoverageGap> gaps(String unit, String kind, LocalDate asOf, PageQuery page) {
        LocalDate date = desk.day("asOf", asOf);
        if (kind != null && !BlindSpots.KINDS.contains(kind)) {
            String allowed = String.join(", ", BlindSpots.KINDS);
            throw Problem.invalid("kind", Text.of("只能是：%s", "Must be one of: %s", allowed));
        }
        List<String> kinds = kind == null ? BlindSpots.KINDS : List.of(kind);
        return reader.page(unit, scope(unit, date), kinds, date, page);
    }

    private UnitScope scope(String unit, LocalDate date) {
        if (unit == null) {
            throw Problem.invalid("unit", Text.of("不能为空", "Must be given"));
        }
        UnitScope scope = desk.scope(PARTY_READ, unit, date);
        if (scope.isEmpty()) {
            throw Problem.notFound(Text.of("没有这个编码的单元", "No unit ever bore this code"));
        }
        return scope;
    }
}

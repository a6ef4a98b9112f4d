package org.gridloom.organization.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.gridloom.organization.Document;
import org.gridloom.organization.TerritoryPermissions;
import org.gridloom.organization.internal.domain.CodeLayout;
import org.gridloom.organization.internal.store.DocumentStore;
import org.gridloom.organization.internal.store.UnitRow;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives use cases the territory, and the unit they are about once the caller may have it. */
@Component(service = TerritoryReader.class)
public final class TerritoryReader {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    private final CodeLayouts layouts;
    private final SuccessionLog log;
    private final Access access;
    private final Clock clock;

    @Activate
    public TerritoryReader(
            @Reference CodeLayouts layouts,
            @Reference SuccessionLog log,
            @Reference Access access,
            @Reference Clock clock) {
        this.layouts = layouts;
        this.log = log;
        this.access = access;
        this.clock = clock;
    }

    Territory in(Tx tx) {
        return Territory.of(layouts.current(), log, tx);
    }

    CodeLayout layout() {
        return layouts.current();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The date, today where none is given. */
    LocalDate date(String field, LocalDate date) {
        if (date == null) {
            return today();
        }
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            throw Problem.invalid(field, Text.of("日期应在 %s 至 %s 之间", "Must be between %s and %s", EARLIEST, LATEST));
        }
        return date;
    }

    /** The document that a change cites by its number; null where it cites none. */
    Document cited(Tx tx, String number) {
        if (number == null || number.isBlank()) {
            return null;
        }
        access.require(TerritoryPermissions.DOCUMENT_READ);
        return new DocumentStore(tx.em())
                .find(number.strip())
                .orElseThrow(() -> Problem.invalid(
                        "document", Text.of("文件登记中没有这个文号", "The register has no document of this number")));
    }

    /** The unit that bears the code on the date, if the caller holds the permission in it. */
    UnitRow unit(Territory territory, String code, LocalDate date, String permission) {
        Optional<UnitRow> found = territory.find(code, date);
        access.require(permission, found.map(UnitRow::code).orElse(code));
        return found.orElseThrow(() -> missing(territory, code, date));
    }

    /** Says where a code has gone that no unit bears on the date. */
    private static Problem missing(Territory territory, String code, LocalDate date) {
        Optional<UnitRow> bearer = territory.bearer(code);
        if (bearer.isEmpty()) {
            return Problem.notFound(Text.of("没有编码为 %s 的单元", "There is no unit with the code %s", shown(code)));
        }
        LocalDate from = territory.codes(bearer.get()).stream()
                .filter(borne -> borne.code().equals(code))
                .findFirst()
                .orElseThrow()
                .from();
        if (from.isAfter(date)) {
            return Problem.notFound(
                    Text.of("编码 %s 自 %s 起启用,%s 尚无", "The code %s is in use from %s, not on %s", code, from, date));
        }
        Set<String> successors = territory.successors(code, date);
        return new Problem(
                Problem.Kind.GONE,
                successors.isEmpty()
                        ? Text.of("单元 %s 已撤销,无承接单元", "The unit %s was closed without successor", code)
                        : Text.of(
                                "编码 %s 已停用,承接单元:%s",
                                "The code %s is no longer in use; it became %s", code, String.join(", ", successors)));
    }

    /** At most as much of a caller's text as a code may be long. */
    private static String shown(String code) {
        return code.substring(0, Math.min(code.length(), 40)).replaceAll("\\P{Alnum}", "?");
    }
}

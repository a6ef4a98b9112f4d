package org.gridloom.organization.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gridloom.organization.Document;
import org.gridloom.organization.Restructured;
import org.gridloom.organization.Unit;
import org.gridloom.organization.UnitSuccession;
import org.gridloom.organization.UnitSuccession.Kind;
import org.gridloom.organization.internal.domain.Succession;
import org.gridloom.organization.internal.store.UnitRow;
import org.gridloom.platform.unit.UnitScope;

/** What a change of structure will do. Collected first, so that a preview and the change itself cannot differ. */
final class Plan {

    final LocalDate date;
    /** On which it rests; null for none. */
    final Document document;

    final List<Succession.Step> steps = new ArrayList<>();
    final List<UnitRow> created = new ArrayList<>();
    final List<UnitRow> moved = new ArrayList<>();
    final List<UnitRow> ended = new ArrayList<>();
    UnitScope endedWhole = UnitScope.nowhere();
    /** Code of the unit below which what is moved or created will lie. */
    String parent;

    long unitsBelow;
    private final List<UnitSuccession> codes = new ArrayList<>();
    private long nextOrdinal;

    Plan(LocalDate date, Document document, long nextOrdinal) {
        this.date = date;
        this.document = document;
        this.nextOrdinal = nextOrdinal;
    }

    void step(Kind kind, String from, String to) {
        steps.add(new Succession.Step(nextOrdinal++, kind, from, to, date, documentId()));
        codes.add(new UnitSuccession(date, kind, from, to, documentNumber()));
    }

    void closed(String code) {
        codes.add(new UnitSuccession(date, Kind.CLOSE, code, null, documentNumber()));
    }

    Long documentId() {
        return document == null ? null : Long.valueOf(document.id());
    }

    private String documentNumber() {
        return document == null ? null : document.number();
    }

    /** Stored code of the unit that it is about. */
    String concerned(String code) {
        return Stream.concat(moved.stream(), ended.stream())
                .findFirst()
                .map(UnitRow::code)
                .orElse(code);
    }

    /** The changes of codes as audit trail and event carry them. */
    List<Map<String, String>> changes() {
        return codes.stream()
                .map(change -> {
                    Map<String, String> entry = new LinkedHashMap<>();
                    entry.put("kind", change.kind().name());
                    entry.put("from", change.from());
                    entry.put("to", change.to());
                    return entry;
                })
                .toList();
    }

    Restructured outcome(boolean dryRun, List<Unit> units) {
        return new Restructured(dryRun, date, units, codes, unitsBelow, List.of());
    }
}

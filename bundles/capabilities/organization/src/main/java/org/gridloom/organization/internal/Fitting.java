package org.gridloom.organization.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridloom.organization.internal.domain.CodeLayout;
import org.gridloom.organization.internal.store.Boundary;
import org.gridloom.organization.internal.store.BoundaryStore;
import org.gridloom.organization.internal.store.UnitRow;
import org.gridloom.platform.text.Text;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Tells which outlines lie outside that of the unit directly above. Codes are those of the date. */
final class Fitting {

    /** Outlines of two surveys never match to the metre; what sticks out by less than this part is left aside. */
    private static final double LEAST = 0.01;

    private static final double WHOLE = 0.995;
    private static final int PERCENT = 100;
    /** As many characters of outlines of one file are kept in mind; what is above the others is in mind in time. */
    private static final int MOST_CHARACTERS = 20_000_000;

    private final Territory territory;
    private final BoundaryStore store;
    private final LocalDate date;
    private final Map<String, String> given = new HashMap<>();
    private int characters;

    Fitting(Territory territory, BoundaryStore store, LocalDate date) {
        this.territory = territory;
        this.store = store;
        this.date = date;
    }

    /** The outline is about to be drawn, so it is what others must fit; of the last level nothing lies below. */
    void know(String code, String geoJson) {
        boolean isLast = territory
                .layout()
                .levelOf(code)
                .flatMap(territory.layout()::below)
                .isEmpty();
        if (!isLast && characters + geoJson.length() <= MOST_CHARACTERS) {
            characters += geoJson.length();
            given.put(code, geoJson);
        }
    }

    /** What is to be said of the outlines, by code; those that fit, or have nothing to fit, are left out. */
    Map<String, Text> warnings(Map<String, String> outlines) {
        CodeLayout layout = territory.layout();
        Set<String> parents = outlines.keySet().stream()
                .map(layout::parentOf)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, UnitRow> units = territory.findAll(parents, date);
        Map<String, Geometry> above = above(units);
        Map<String, Text> warnings = new LinkedHashMap<>();
        outlines.forEach((code, geoJson) -> {
            String parent = layout.parentOf(code);
            Optional.ofNullable(above.get(parent))
                    .flatMap(outer -> warning(BoundaryReader.outline(geoJson), outer, units.get(parent), parent))
                    .ifPresent(warning -> warnings.put(code, warning));
        });
        return warnings;
    }

    private Map<String, Geometry> above(Map<String, UnitRow> units) {
        Map<String, Boundary> held =
                store.valid(units.values().stream().map(UnitRow::code).toList(), date);
        Map<String, Geometry> above = new HashMap<>();
        units.forEach((code, unit) -> Optional.ofNullable(given.get(code))
                .or(() -> Optional.ofNullable(held.get(unit.code())).map(Boundary::geoJson))
                .map(BoundaryReader::outline)
                .filter(Geometry::isValid)
                .ifPresent(outline -> above.put(code, outline)));
        return above;
    }

    private static Optional<Text> warning(Geometry outline, Geometry outer, UnitRow parent, String code) {
        double outside = outside(outline, outer);
        if (outside < LEAST) {
            return Optional.empty();
        }
        return Optional.of(
                outside > WHOLE
                        ? Text.of(
                                "整个边界在上级%s(%s)的边界之外",
                                "Lies wholly outside the boundary of %s (%s) above it",
                                parent.details().name(),
                                code)
                        : Text.of(
                                "约 %d%% 的面积在上级%s(%s)的边界之外",
                                "About %d%% of the area lies outside the boundary of %s (%s) above it",
                                Math.round(outside * PERCENT),
                                parent.details().name(),
                                code));
    }

    private static double outside(Geometry outline, Geometry outer) {
        return outer.covers(outline)
                ? 0
                : OverlayNGRobust.overlay(outline, outer, OverlayNG.DIFFERENCE).getArea() / outline.getArea();
    }
}

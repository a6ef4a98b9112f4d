package org.gridloom.organization.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.gridloom.organization.BoundaryImport;
import org.gridloom.organization.TerritoryPermissions;
import org.gridloom.organization.internal.Features.Feature;
import org.gridloom.organization.internal.store.Boundary;
import org.gridloom.organization.internal.store.BoundaryStore;
import org.gridloom.organization.internal.store.SuccessionStore;
import org.gridloom.organization.internal.store.UnitRow;
import org.gridloom.platform.files.TemporaryFiles;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.UnitScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Imports boundaries: all are looked at first, and only if nothing is wrong they are gone through again and drawn. */
@Component
public final class GeoJsonBoundaryImport implements BoundaryImport {

    private static final int PART = 250;

    private final Transactions transactions;
    private final TerritoryReader reader;
    private final Access access;
    private final TemporaryFiles files;

    @Activate
    public GeoJsonBoundaryImport(
            @Reference(target = "(osgi.unit.name=org.gridloom.organization)") Transactions transactions,
            @Reference TerritoryReader reader,
            @Reference Access access,
            @Reference TemporaryFiles files) {
        this.transactions = transactions;
        this.reader = reader;
        this.access = access;
        this.files = files;
    }

    @Override
    public ImportReport importGeoJson(InputStream geoJson, LocalDate from, boolean dryRun, Progress progress)
            throws IOException {
        access.require(TerritoryPermissions.UNIT_EDIT);
        LocalDate date = reader.date("date", from);
        try (SpooledText text = SpooledText.of(files, geoJson)) {
            return transactions.call(tx -> {
                if (!dryRun) {
                    new SuccessionStore(tx).lock();
                }
                return new Run(tx, date, progress).of(text, dryRun);
            });
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    /**
     * A boundary to draw.
     *
     * @param code the unit's code on the date
     * @param stored the code that the unit was created under
     * @param former what it had before; null for none
     */
    private record Drawn(String code, String stored, Boundary boundary, Boundary former) {

        boolean isFirst() {
            return former == null;
        }
    }

    private final class Run {

        private final Tx tx;
        private final LocalDate date;
        private final Progress progress;
        private final Territory territory;
        private final BoundaryStore store;
        private final UnitScope editable = access.scope(TerritoryPermissions.UNIT_EDIT);
        private final ImportFaults faults = new ImportFaults();
        private final ImportFaults warnings = new ImportFaults();
        private final Fitting fitting;
        private final Common common;
        private int rows;
        private int created;
        private int updated;

        Run(Tx tx, LocalDate date, Progress progress) {
            this.tx = tx;
            this.date = date;
            this.progress = progress;
            territory = reader.in(tx);
            store = new BoundaryStore(tx.em());
            fitting = new Fitting(territory, store, date);
            common = new Common(territory.layout());
        }

        ImportReport of(SpooledText text, boolean dryRun) {
            each(text, (features, drawn) -> {
                features.forEach(feature -> fitting.know(feature.code(), feature.geometry()));
                count(drawn);
            });
            int changed = created + updated;
            if (faults.count() > 0) {
                return new ImportReport(dryRun, rows, 0, 0, 0, faults.byRow());
            }
            each(text, (features, drawn) -> {
                compare(features);
                if (!dryRun) {
                    draw(drawn);
                }
            });
            if (!dryRun && changed > 0) {
                tx.audit(AuditEntry.created(
                        "organization.boundaries.imported",
                        "unit/" + common.code(),
                        common.code(),
                        Map.of("drawn", changed, "validFrom", date.toString(), "sha256", text.sha256())));
            }
            return new ImportReport(dryRun, rows, created, updated, rows - changed, List.of(), warnings.byRow());
        }

        private void each(SpooledText text, BiConsumer<List<Feature>, List<Drawn>> work) {
            Set<String> seen = new HashSet<>();
            try (Features features = new Features(text, faults)) {
                for (List<Feature> part = features.next(PART); !part.isEmpty(); part = features.next(PART)) {
                    work.accept(part, decide(part, seen));
                    if (!progress.at(features.read(), rows == 0 ? -1 : rows)) {
                        throw Problem.conflict(
                                Text.of("导入已取消,未写入任何内容", "The import was cancelled; nothing was written"));
                    }
                }
                rows = features.read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** What is to be drawn; what the district holds just so is left out. */
        private List<Drawn> decide(List<Feature> part, Set<String> seen) {
            Map<String, UnitRow> units =
                    territory.findAll(part.stream().map(Feature::code).toList(), date);
            Map<String, Boundary> latest =
                    store.latest(units.values().stream().map(UnitRow::code).toList());
            List<Drawn> drawn = new ArrayList<>();
            for (Feature feature : part) {
                UnitRow unit = units.get(feature.code());
                if (!seen.add(feature.code())) {
                    faults.add(feature.row(), "code", Text.of("该单元在文件中重复", "The unit is in the file twice"));
                } else if (!editable.contains(unit == null ? feature.code() : unit.code())) {
                    faults.add(
                            feature.row(), "code", Text.of("您在该单元没有权限", "You do not hold the permission in this unit"));
                } else if (unit == null) {
                    faults.add(feature.row(), "code", Text.of("%s 没有这个编码的单元", "No unit bears this code on %s", date));
                } else {
                    compare(feature, unit, latest.get(unit.code())).ifPresent(drawn::add);
                }
            }
            return drawn;
        }

        private Optional<Drawn> compare(Feature feature, UnitRow unit, Boundary last) {
            if (last != null && date.isBefore(last.validFrom())) {
                faults.add(
                        feature.row(),
                        "date",
                        Text.of("该单元的边界自 %s 起另有变更", "The unit has another boundary from %s", last.validFrom()));
                return Optional.empty();
            }
            Boundary boundary = new Boundary(date, feature.geometry(), feature.source());
            return boundary.isAs(last)
                    ? Optional.empty()
                    : Optional.of(new Drawn(feature.code(), unit.code(), boundary, last));
        }

        private void count(List<Drawn> drawn) {
            int first = (int) drawn.stream().filter(Drawn::isFirst).count();
            created += first;
            updated += drawn.size() - first;
        }

        /** Whether they lie in what is above them, also where nothing is to be drawn. */
        private void compare(List<Feature> features) {
            Map<String, String> outlines =
                    features.stream().collect(Collectors.toMap(Feature::code, Feature::geometry));
            Map<String, Text> found = fitting.warnings(outlines);
            features.stream()
                    .filter(feature -> found.containsKey(feature.code()))
                    .forEach(feature -> warnings.add(feature.row(), "geometry", found.get(feature.code())));
        }

        private void draw(List<Drawn> drawn) {
            if (drawn.isEmpty()) {
                return;
            }
            Map<String, Boundary> boundaries = new LinkedHashMap<>();
            drawn.forEach(each -> boundaries.put(each.stored(), each.boundary()));
            boundaries.keySet().forEach(common::cover);
            store.draw(boundaries);
            territory.store().touchAll(boundaries.keySet());
            tx.publish(DefaultUnitEditing.drawn(
                    drawn.get(0).stored(), drawn.stream().map(Drawn::code).toList(), date));
            drawn.stream()
                    .filter(each -> !each.isFirst())
                    .forEach(each -> tx.audit(DefaultUnitEditing.drawn(each.stored(), each.former(), each.boundary())));
            // Sends all of it, entries and event too.
            tx.connection();
            tx.em().clear();
        }
    }
}

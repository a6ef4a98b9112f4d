package org.gridloom.districts.heping.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.gridloom.organization.BoundaryImport;
import org.gridloom.organization.CoordinationBodies;
import org.gridloom.organization.Documents;
import org.gridloom.organization.PartyImport;
import org.gridloom.organization.UnitImport;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.unit.UnitDirectory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Brings the demo district in, by the services that a user's import takes, in one transaction. */
@Component(service = Pack.class)
public final class Pack {

    /** Follows the load. */
    interface Watcher {

        /** @return false to give up: nothing is written then */
        boolean at(String step, int done, int total);
    }

    /** As in the lists. */
    private static final LocalDate FOUNDED = LocalDate.of(2021, 1, 1);

    private final UnitDirectory directory;
    private final UnitImport units;
    private final BoundaryImport boundaries;
    private final PartyImport party;
    private final Coordination coordination;
    private final Transactions transactions;

    @Activate
    public Pack(
            @Reference UnitDirectory directory,
            @Reference UnitImport units,
            @Reference BoundaryImport boundaries,
            @Reference PartyImport party,
            @Reference Documents documents,
            @Reference CoordinationBodies bodies,
            @Reference(target = "(osgi.unit.name=platform)") Transactions transactions) {
        this.directory = directory;
        this.units = units;
        this.boundaries = boundaries;
        this.party = party;
        this.coordination = new Coordination(documents, bodies);
        this.transactions = transactions;
    }

    /**
     * Loads the pack into a district without units. A district that has any is left alone: it may have been edited.
     *
     * @return false if the district was there, or another node was faster
     */
    boolean load(Watcher watcher) {
        if (isThere()) {
            return false;
        }
        try {
            transactions.run(tx -> importLists(watcher));
            return true;
        } catch (RuntimeException e) {
            if (isThere()) {
                return false;
            }
            throw e;
        }
    }

    private boolean isThere() {
        return directory.root().isPresent();
    }

    private void importLists(Watcher watcher) {
        importList("units.csv", units::importCsv, watcher);
        importList(
                "boundaries.geojson",
                (map, dryRun, progress) -> boundaries.importGeoJson(map, FOUNDED, dryRun, progress),
                watcher);
        coordination.registerDocuments();
        importList("outside-organizations.csv", party::outsideOrganizations, watcher);
        importList("party-organizations.csv", party::partyOrganizations, watcher);
        coordination.establish();
        importList("posts.csv", party::posts, watcher);
    }

    private interface Import {
        ImportReport of(InputStream list, boolean dryRun, Progress progress) throws IOException;
    }

    private static void importList(String name, Import target, Watcher watcher) {
        try (InputStream list = Pack.class.getResourceAsStream("/lists/" + name)) {
            ImportReport report = target.of(list, false, (done, total) -> watcher.at(name, done, total));
            requireAccepted(name, report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void requireAccepted(String name, ImportReport report) {
        if (!report.accepted()) {
            throw new IllegalStateException(name + " is refused: " + firstFaults(report));
        }
    }

    private static String firstFaults(ImportReport report) {
        return report.violations().stream()
                .limit(10)
                .map(violation -> "row " + violation.row() + ", " + violation.field() + ": "
                        + violation.message().en())
                .collect(Collectors.joining("; "));
    }
}

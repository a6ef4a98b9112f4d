package org.gridloom.organization;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Imports the boundaries of many units from a GeoJSON FeatureCollection, as maps are exported by, all or nothing, in one
 * transaction. Needs {@link TerritoryPermissions#UNIT_EDIT} in each unit.
 *
 * <p>Each feature has the unit's code as property {@code code} and may say where its outline comes from as
 * {@code source}; other properties are left aside. In the report a feature counts as a row, from 1. Where an outline lies
 * outside that of the unit above, the report warns of it.
 */
@ProviderType
public interface BoundaryImport {

    /** More features than this are refused. */
    int MAX_FEATURES = 1_000_000;

    /**
     * Imports the boundaries.
     *
     * @param geoJson UTF-8; read once, not closed
     * @param date first day of the boundaries; null for today
     * @param dryRun only find out what would happen
     * @throws IOException if the collection cannot be read
     * @throws Problem {@link Problem.Kind#CONFLICT} if {@code progress} cancels it: nothing is written then
     */
    ImportReport importGeoJson(InputStream geoJson, LocalDate date, boolean dryRun, Progress progress)
            throws IOException;
}

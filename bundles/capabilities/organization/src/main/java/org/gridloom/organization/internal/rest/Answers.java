package org.gridloom.organization.internal.rest;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Versions;
import org.gridloom.platform.sheet.ImportReport;

/** Answers with the record's version as their tag. */
final class Answers {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String CSV = "text/csv";

    private Answers() {}

    static Response of(Object entity, long version) {
        return Response.ok(entity).tag(Versions.tag(version)).build();
    }

    /** @param path of the new record, below {@code organization/} */
    static Response created(String path, Object entity, long version) {
        return Response.created(URI.create("organization/" + path))
                .entity(entity)
                .tag(Versions.tag(version))
                .build();
    }

    /** The report of what was, or would be, done; a list with faults that was to be imported is refused. */
    static ImportReport of(ImportReport report) {
        if (!report.accepted() && !report.dryRun()) {
            throw Problem.invalid(report.violations());
        }
        return report;
    }
}

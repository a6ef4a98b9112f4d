package org.gridloom.platform.sheets.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheets.internal.CheckedFile;
import org.gridloom.platform.sheets.internal.MappedHeader;

/** What an import did or would do, and what the file's headers were taken for. */
public record SheetAnswer(
        @Schema(example = "true") boolean dryRun,
        @Schema(example = "120") int rows,
        @Schema(example = "100") int created,
        @Schema(example = "5") int updated,
        @Schema(example = "15") int unchanged,
        @Schema(example = "[]") List<Violation> violations,
        @Schema(example = "[]") List<Violation> warnings,
        @Schema(example = "[]") List<MappedHeader> headers) {

    static SheetAnswer of(CheckedFile file) {
        ImportReport report = file.report();
        return new SheetAnswer(
                report.dryRun(),
                report.rows(),
                report.created(),
                report.updated(),
                report.unchanged(),
                report.violations(),
                report.warnings(),
                file.headers());
    }
}

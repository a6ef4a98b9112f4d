package org.gridloom.training.internal;

import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetOutput;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.sheet.SheetRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Attendance of all sessions as one list, or of one as its sign-in sheet. */
@Component(service = Sheet.class)
public final class AttendanceSheet implements Sheet {

    private final SignInSheet sheet;
    private final SignInExport records;

    @Activate
    public AttendanceSheet(
            @Reference Desk desk,
            @Reference DefaultSessions sessions,
            @Reference DefaultAttendances attendances,
            @Reference Attendees attendees,
            @Reference SignInExport records) {
        sheet = new SignInSheet(desk, sessions, attendances, attendees, null);
        this.records = records;
    }

    @Override
    public SheetDefinition definition() {
        return sheet.definition();
    }

    @Override
    public ImportReport load(SheetRows rows, boolean dryRun, Progress progress) {
        return sheet.load(rows, dryRun, progress);
    }

    @Override
    public void export(SheetQuery query, SheetOutput out) {
        records.write(query, out);
    }
}

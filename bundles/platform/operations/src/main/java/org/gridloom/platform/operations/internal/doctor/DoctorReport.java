package org.gridloom.platform.operations.internal.doctor;

import java.time.Instant;
import java.util.List;
import org.gridloom.platform.diagnosis.Finding;
import org.gridloom.platform.diagnosis.Finding.Level;

/**
 * What the doctor found.
 *
 * @param at when it looked
 * @param level the worst of all
 * @param findings the worst first
 */
public record DoctorReport(Instant at, Level level, List<Finding> findings) {

    public DoctorReport {
        findings = List.copyOf(findings);
    }

    /** What administrators should see on every page. */
    public DoctorReport warnings() {
        return new DoctorReport(
                at,
                level,
                findings.stream()
                        .filter(finding -> finding.level().compareTo(Level.WARNING) >= 0)
                        .toList());
    }
}

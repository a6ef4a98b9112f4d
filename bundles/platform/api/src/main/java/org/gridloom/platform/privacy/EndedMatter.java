package org.gridloom.platform.privacy;

import java.time.LocalDate;

/**
 * A person whose matter has ended.
 *
 * @param subject {@code <kind>/<id>}
 * @param unit code of the unit that keeps the record
 * @param endedOn first day after it
 */
public record EndedMatter(String subject, String unit, LocalDate endedOn) {}

package org.gridloom.platform.events.internal;

import java.time.LocalDate;

/**
 * Which audit entries are wanted; null for any.
 *
 * @param from first day
 * @param to last day
 * @param action an action, or with {@code .} at its end all that begin so
 * @param subject kind and id, as in {@code unit/210102021}
 * @param unit code of a unit: entries of it and all below it
 */
public record AuditFilter(LocalDate from, LocalDate to, String account, String action, String subject, String unit) {}

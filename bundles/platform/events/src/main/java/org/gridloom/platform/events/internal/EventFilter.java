package org.gridloom.platform.events.internal;

import java.time.LocalDate;

/**
 * Which events are wanted; null for any.
 *
 * @param from first day
 * @param to last day
 * @param name a name, or with {@code .} at its end all that begin so
 * @param aggregate kind and id, as in {@code unit/210102021}
 * @param unit code of a unit: events of it and all below it
 */
public record EventFilter(LocalDate from, LocalDate to, String name, String aggregate, String unit) {}

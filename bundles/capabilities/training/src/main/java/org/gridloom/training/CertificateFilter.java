package org.gridloom.training;

import java.time.LocalDate;

/**
 * Which certificates are wanted; null asks for no restriction.
 *
 * @param unit code of a territory unit: of people from it or from a unit below
 * @param programme code of a programme
 * @param person code of a person
 * @param validOn good on that day
 * @param before good no longer than until before that day
 */
public record CertificateFilter(String unit, String programme, String person, LocalDate validOn, LocalDate before) {}

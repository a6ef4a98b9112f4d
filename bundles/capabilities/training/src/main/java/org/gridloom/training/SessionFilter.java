package org.gridloom.training;

import java.time.LocalDate;

/**
 * Which sessions are wanted; null asks for no restriction.
 *
 * @param unit code of a territory unit: held by it or by a unit below
 * @param topic code of a topic
 * @param format code of a format
 * @param state code of a state
 * @param programme code of a programme
 * @param studio code of a studio or station
 * @param text part of the title, or beginning of the number
 * @param from first day
 * @param to last day
 */
public record SessionFilter(
        String unit,
        String topic,
        String format,
        String state,
        String programme,
        String studio,
        String text,
        LocalDate from,
        LocalDate to) {}

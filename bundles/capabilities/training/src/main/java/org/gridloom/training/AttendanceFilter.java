package org.gridloom.training;

import java.time.LocalDate;

/**
 * Which places are wanted; null asks for no restriction.
 *
 * @param unit code of a territory unit: of people from it or from a unit below
 * @param session id of a session; then of people from anywhere, for who may read the session
 * @param person code of a person
 * @param topic code of a topic
 * @param state {@code enrolled}, {@code attended} or {@code absent}
 * @param from first day of sessions
 * @param to last day of sessions
 */
public record AttendanceFilter(
        String unit, Long session, String person, String topic, String state, LocalDate from, LocalDate to) {}

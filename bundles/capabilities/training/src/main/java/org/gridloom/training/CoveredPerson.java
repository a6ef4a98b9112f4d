package org.gridloom.training;

import java.time.LocalDate;

/**
 * Somebody who should have had a topic.
 *
 * @param person code of the person
 * @param personName masked where the caller may not read the person
 * @param kind kind of their post
 * @param unit code of the unit that the post counts for
 * @param topic code of the topic
 * @param last day on which they last had it; null for never
 * @param covered whether that is within the time that the rules give it
 */
public record CoveredPerson(
        String person, String personName, String kind, String unit, String topic, LocalDate last, boolean covered) {

    /** Keeps the name out of logs. */
    @Override
    public String toString() {
        return "CoveredPerson[person=" + person + ", topic=" + topic + "]";
    }
}

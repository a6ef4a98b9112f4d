package org.gridloom.training;

import java.time.LocalDate;

/**
 * Whose coverage is wanted; null asks for no restriction.
 *
 * @param unit code of a territory unit: of posts that count for it or for a unit below
 * @param topic code of a topic
 * @param kind kind of post
 * @param covered only those who have, or have not, had the topic
 * @param asOf on that day; null for today
 */
public record CoverageFilter(String unit, String topic, String kind, Boolean covered, LocalDate asOf) {}

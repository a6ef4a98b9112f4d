package org.gridloom.training.internal.domain;

/**
 * Where somebody comes from.
 *
 * @param post id of their post; null for none
 * @param kind of the post; null for none
 * @param unit that the post counts for, or that keeps their record
 */
public record Origin(Long post, String kind, String unit) {}

package org.gridloom.training;

/**
 * Which programmes, studios or trainers are wanted; null asks for no restriction.
 *
 * @param unit code of a territory unit: of it and of all below it
 * @param text part of the name, or beginning of the code
 */
public record CatalogueFilter(String unit, String text) {}

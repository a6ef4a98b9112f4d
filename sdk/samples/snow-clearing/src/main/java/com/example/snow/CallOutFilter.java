package com.example.snow;

import java.time.LocalDate;

/**
 * Which call-outs are wanted; null asks for no restriction.
 *
 * @param unit code of a territory unit: of it and of all below it
 * @param from first day
 * @param to last day
 */
public record CallOutFilter(String unit, String team, String state, LocalDate from, LocalDate to) {}

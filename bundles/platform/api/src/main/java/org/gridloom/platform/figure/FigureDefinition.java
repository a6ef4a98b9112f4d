package org.gridloom.platform.figure;

import org.gridloom.platform.text.Text;

/**
 * What a figure means.
 *
 * @param code {@code <capability>.<figure>}, as in {@code organization.grids}
 * @param name label
 * @param definition what is counted, so exactly that two people count the same
 * @param unit what one counts in: 个, 人, 人次, 起, 处, 次, %
 * @param permission without which the figure is not shown
 */
public record FigureDefinition(String code, Text name, Text definition, Text unit, String permission) {}

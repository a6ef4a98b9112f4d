package org.gridloom.platform.unit;

import org.gridloom.platform.text.Text;

/**
 * What a change of structure means for records of one kind.
 *
 * @param text which records, and what becomes of them, to follow their number: {@code 项角色授权,撤销后失效}
 * @param count how many
 * @param drillDown path of the list of exactly these records, below {@code /api/}; null where there is none
 */
public record Consequence(Text text, long count, String drillDown) {}

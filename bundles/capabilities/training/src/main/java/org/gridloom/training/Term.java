package org.gridloom.training;

import org.gridloom.platform.text.Text;

/**
 * A word of the district's rules.
 *
 * @param code by which records hold it
 * @param name what it is called
 */
public record Term(String code, Text name) {}

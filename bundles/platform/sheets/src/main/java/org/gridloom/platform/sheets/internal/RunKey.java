package org.gridloom.platform.sheets.internal;

/**
 * By which an import is followed.
 *
 * @param account whose it is
 * @param name that they chose
 */
record RunKey(String account, String name) {}

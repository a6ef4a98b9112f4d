package org.gridloom.organization.internal.rest;

/** Media types of lists that are imported. */
final class Tables {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String CSV = "text/csv";

    private Tables() {}
}

package org.gridloom.organization.internal.store;

/** What is recorded of a unit and may change with time. */
public record UnitDetails(String name, Integer households, Integer residents, String extent, String note) {

    public static UnitDetails named(String name) {
        return new UnitDetails(name, null, null, null, null);
    }
}

package org.gridloom.organization;

/** Permissions on the territory and the document register. */
public final class TerritoryPermissions {

    /** See units, their tree, history and boundaries. */
    public static final String UNIT_READ = "organization.unit.read";
    /** Create units below a unit, import them, rename them, change what is recorded of them. */
    public static final String UNIT_EDIT = "organization.unit.edit";
    /** Move, merge, split and close units. */
    public static final String UNIT_RESTRUCTURE = "organization.unit.restructure";
    /** See the document register. */
    public static final String DOCUMENT_READ = "organization.document.read";
    /** Register and correct documents, for the whole district. */
    public static final String DOCUMENT_EDIT = "organization.document.edit";

    private TerritoryPermissions() {}
}

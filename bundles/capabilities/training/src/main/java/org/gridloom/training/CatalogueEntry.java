package org.gridloom.training;

/** What programmes, studios and trainers have in common, as they are and as they shall be. */
public interface CatalogueEntry {

    String code();

    String name();

    /** Code of the territory unit. */
    String unit();

    String note();
}

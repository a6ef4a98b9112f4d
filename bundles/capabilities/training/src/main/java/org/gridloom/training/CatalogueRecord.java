package org.gridloom.training;

/** A programme, studio or trainer as it is kept. */
public interface CatalogueRecord extends CatalogueEntry {

    long version();
}

package org.gridloom.platform.sheet;

/** Follows a long import. */
@FunctionalInterface
public interface Progress {

    /**
     * Called every so often, from the importing thread.
     *
     * @param done rows finished
     * @param total rows in all, -1 while unknown
     * @return false to cancel: the import then rolls back
     */
    boolean at(int done, int total);

    /**
     * How far an import is.
     *
     * @param done rows finished
     * @param total rows in all, -1 while unknown
     */
    record Standing(int done, int total) {}

    /** Nobody watches. */
    Progress NONE = (done, total) -> true;
}

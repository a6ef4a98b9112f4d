package org.gridloom.platform.modules.internal.data;

import java.util.List;

/**
 * A module that is not there any more and whose data stayed.
 *
 * @param module name of its bundle
 * @param tables what it has left
 */
public record OrphanedModule(String module, List<OrphanedTable> tables) {

    /** A table with its rows. */
    public record OrphanedTable(String name, long rows) {}

    public long rows() {
        return tables.stream().mapToLong(OrphanedTable::rows).sum();
    }
}

package org.gridloom.platform.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.gridloom.platform.text.Text;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A row of a file. Cells are asked for by column key and come without the spaces around them; a cell that is empty, or
 * that does not hold what its column's kind says (its fault is then told already), is null. May be kept; of one thread.
 */
@ProviderType
public interface SheetRow {

    /** As the user counts, from 1. */
    int number();

    /** The cell's words as they stand; for a choice, its value. */
    String text(String column);

    /** The same, and a fault if it is empty. */
    String needed(String column);

    Integer whole(String column);

    BigDecimal decimal(String column);

    LocalDate date(String column);

    Boolean yes(String column);

    /** What stands between semicolons. */
    List<String> list(String column);

    /** Tells that something is wrong with the cell. Only the first fault of a cell counts. */
    void fault(String column, Text message);

    /** Whether anything is wrong with the row so far. */
    boolean isFaulty();
}

package org.gridloom.platform.persistence.internal.count;

import java.time.LocalDate;
import java.util.function.BiConsumer;
import org.gridloom.platform.count.CountChange;

/** What a change of a count changes in one tile, but for the amount. */
record Change(String counter, int grade, String tile, boolean own, String part, LocalDate day) {

    /** Tells of the change in each of its tiles. */
    static void spread(CountChange change, BiConsumer<Change, Long> to) {
        int last = Tiles.grade(change.unit());
        for (int grade = 0; grade <= last; grade++) {
            String tile = Tiles.tile(change.unit(), grade);
            to.accept(
                    new Change(change.counter(), grade, tile, grade == last, change.part(), change.day()),
                    change.amount());
        }
    }
}

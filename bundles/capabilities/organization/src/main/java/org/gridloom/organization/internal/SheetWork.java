package org.gridloom.organization.internal;

import java.util.ArrayList;
import java.util.List;
import org.gridloom.organization.internal.domain.Words;
import org.gridloom.organization.internal.store.VocabularyStore;
import org.gridloom.platform.sheet.SheetRow;
import org.gridloom.platform.sheet.SheetRows;
import org.gridloom.platform.tx.Transactions.Work;

/** What the lists of organisations, people and posts have in common. */
final class SheetWork {

    private final Desk desk;

    SheetWork(Desk desk) {
        this.desk = desk;
    }

    /** In a transaction that only reads, for a dry run. */
    <T> T in(boolean dryRun, Work<T> work) {
        return dryRun ? desk.transactions().read(work) : desk.transactions().call(work);
    }

    Words words() {
        return desk.transactions().read(tx -> new VocabularyStore(tx.em()).words());
    }

    static List<SheetRow> all(SheetRows rows) {
        List<SheetRow> all = new ArrayList<>();
        rows.each(all::add);
        return all;
    }
}

package org.gridloom.platform.persistence.internal.tx;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.util.Map;
import org.gridloom.platform.count.CountChange;
import org.gridloom.platform.count.CountQuery;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Tx;

/** One unit's view of the thread's transaction. */
record UnitTx(JoinedTransaction transaction, UnitTransactions unit, boolean readOnly) implements Tx {

    @Override
    public EntityManager em() {
        return transaction.manager(unit);
    }

    @Override
    public Connection connection() {
        return transaction.connection();
    }

    @Override
    public void audit(AuditEntry entry) {
        checkWriting();
        transaction.records().add(entry);
    }

    @Override
    public void publish(EventDraft event) {
        checkWriting();
        transaction.records().add(event);
    }

    @Override
    public void count(CountChange change) {
        checkWriting();
        transaction.count(change);
    }

    @Override
    public Map<String, Long> counted(CountQuery query) {
        return transaction.counted(query);
    }

    @Override
    public long revision() {
        return Revision.seen(transaction.connection());
    }

    private void checkWriting() {
        if (readOnly) {
            throw new IllegalStateException("Reading records nothing: neither audit entries, events nor counts");
        }
        if (transaction.isOver()) {
            throw new IllegalStateException("The transaction is over");
        }
    }
}

package org.gridloom.platform.persistence.internal.tx;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
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

    private void checkWriting() {
        if (readOnly) {
            throw new IllegalStateException("Reading records nothing: neither audit entries nor events");
        }
        if (transaction.isOver()) {
            throw new IllegalStateException("The transaction is over");
        }
    }
}

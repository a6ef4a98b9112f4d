package org.gridloom.platform.tx;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import org.osgi.annotation.versioning.ProviderType;

/** What can be done inside a transaction. Belongs to the thread that runs the work and ends with it. */
@ProviderType
public interface Tx {

    /** The entity manager of this template's persistence unit. Never begin, commit or close it. */
    EntityManager em();

    /**
     * The transaction's own connection, for bulk work in portable SQL. Pending changes of the entity managers are
     * flushed first. Never commit, roll back or close it.
     */
    Connection connection();

    /**
     * Writes an entry of the audit trail. Every change writes at least one.
     *
     * @see AuditEntry
     */
    void audit(AuditEntry entry);

    /** Publishes an event: others learn of it after the commit, in order, exactly once in effect. */
    void publish(EventDraft event);
}

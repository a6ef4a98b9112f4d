package org.gridloom.platform.tx;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.util.Map;
import org.gridloom.platform.count.CountChange;
import org.gridloom.platform.count.CountQuery;
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

    /**
     * Changes a count together with the records counted. The bundle also carries {@code counts/<counter>.sql}, a select
     * in portable SQL that makes the same changes of the records themselves, in the columns {@code unit_code},
     * {@code part}, {@code on_day} and {@code amount}: the platform counts by it what was there before the counter was,
     * and verifies the count. Writers never wait for each other here.
     */
    void count(CountChange change);

    /**
     * A count by part, in a time that hardly grows with the number of records; parts of which there are none are left
     * out. Sees this transaction's own changes.
     */
    Map<String, Long> counted(CountQuery query);

    /**
     * How many changes of the district this transaction sees, by whichever node. What was derived from records after it
     * was asked for still holds as long as it is the same. Costs one small query.
     */
    long revision();
}

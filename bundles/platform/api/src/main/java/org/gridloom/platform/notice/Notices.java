package org.gridloom.platform.notice;

import org.gridloom.platform.tx.Tx;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells people something within the platform, in the caller's transaction: what is rolled back was never sent. They find it
 * behind the bell and on their page of notices until it expires. Needs no permission; the use case that sends checked
 * its own, and whoever follows the link is checked there.
 */
@ProviderType
public interface Notices {

    /**
     * Sends the notice to whoever has not got it yet.
     *
     * @return how many got it now
     */
    int send(Tx tx, Recipients to, NoticeDraft notice);

    /**
     * Takes back what nobody need look at any more: unread notices of this kind about the record vanish.
     *
     * @return how many
     */
    int withdraw(Tx tx, String kind, String about);
}

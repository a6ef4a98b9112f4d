package org.gridloom.platform.jobs.internal.notice;

import java.time.Clock;
import java.util.Set;
import org.gridloom.platform.jobs.internal.store.NoticeRows;
import org.gridloom.platform.notice.NoticeDraft;
import org.gridloom.platform.notice.Notices;
import org.gridloom.platform.notice.Recipients;
import org.gridloom.platform.security.PermissionHolders;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sends on the caller's connection. */
@Component
public final class DefaultNotices implements Notices {

    private final PermissionHolders holders;
    private final Clock clock;

    @Activate
    public DefaultNotices(@Reference PermissionHolders holders, @Reference Clock clock) {
        this.holders = holders;
        this.clock = clock;
    }

    @Override
    public int send(Tx tx, Recipients to, NoticeDraft notice) {
        return new NoticeRows(tx.connection()).insert(notice, accounts(to), clock.instant());
    }

    @Override
    public int withdraw(Tx tx, String kind, String about) {
        return new NoticeRows(tx.connection()).withdraw(kind, about);
    }

    private Set<String> accounts(Recipients to) {
        return to instanceof Recipients.Holders who
                ? holders.nearest(who.permission(), who.unit())
                : holders.enabled(((Recipients.Accounts) to).names());
    }
}

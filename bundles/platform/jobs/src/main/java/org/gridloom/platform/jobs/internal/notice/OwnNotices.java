package org.gridloom.platform.jobs.internal.notice;

import java.time.Clock;
import org.gridloom.platform.jobs.internal.store.NoticeRows;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The caller's own notices. Nobody sees another's; that somebody has read one is nobody else's business either. */
@Component(service = OwnNotices.class)
public final class OwnNotices {

    private final Transactions transactions;
    private final Access access;
    private final Clock clock;

    @Activate
    public OwnNotices(
            @Reference(target = "(osgi.unit.name=platform)") Transactions transactions,
            @Reference Access access,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
    }

    /** Newest first. */
    public Page<NoticeView> list(boolean unread, PageQuery query) {
        String account = account();
        return transactions.read(tx -> {
            NoticeRows rows = new NoticeRows(tx.connection());
            return Page.of(
                    rows.list(account, unread, query.offset(), query.size()), query, () -> rows.count(account, unread));
        });
    }

    public UnreadCount unread() {
        String account = account();
        return new UnreadCount(transactions.read(tx -> new NoticeRows(tx.connection()).count(account, true)));
    }

    public void read(long id) {
        String account = account();
        boolean there = transactions.call(tx -> new NoticeRows(tx.connection()).read(account, id, clock.instant()));
        if (!there) {
            throw Problem.notFound(Text.of("没有这条提醒", "There is no such notice"));
        }
    }

    /**
     * All are read now.
     *
     * @param upTo id of the newest that was shown, so that what came since stays unread; null for all
     */
    public void readAll(Long upTo) {
        String account = account();
        transactions.run(tx -> new NoticeRows(tx.connection())
                .readAll(account, upTo == null ? Long.MAX_VALUE : upTo, clock.instant()));
    }

    private String account() {
        return access.caller().account();
    }
}

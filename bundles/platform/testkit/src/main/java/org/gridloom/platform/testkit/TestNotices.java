package org.gridloom.platform.testkit;

import java.util.ArrayList;
import java.util.List;
import org.gridloom.platform.notice.NoticeDraft;
import org.gridloom.platform.notice.Notices;
import org.gridloom.platform.notice.Recipients;
import org.gridloom.platform.tx.Tx;

/** Notices in memory: what was sent to whom, each key once. */
public final class TestNotices implements Notices {

    /**
     * A notice that was sent.
     *
     * @param to whom
     * @param notice what
     */
    public record Sent(Recipients to, NoticeDraft notice) {}

    private final List<Sent> sent = new ArrayList<>();

    @Override
    public synchronized int send(Tx tx, Recipients to, NoticeDraft notice) {
        boolean known = sent.stream().anyMatch(former -> former.notice().key().equals(notice.key()));
        if (!known) {
            sent.add(new Sent(to, notice));
        }
        return known ? 0 : 1;
    }

    @Override
    public synchronized int withdraw(Tx tx, String kind, String about) {
        int before = sent.size();
        sent.removeIf(former ->
                former.notice().kind().equals(kind) && former.notice().about().equals(about));
        return before - sent.size();
    }

    /** In the order in which they were sent. */
    public synchronized List<Sent> sent() {
        return List.copyOf(sent);
    }
}

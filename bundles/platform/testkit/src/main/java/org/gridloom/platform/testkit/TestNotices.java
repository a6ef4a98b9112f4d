package org.gridloom.platform.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridloom.platform.notice.NoticeDraft;
import org.gridloom.platform.notice.Notices;
import org.gridloom.platform.notice.Recipients;
import org.gridloom.platform.tx.Tx;

/** Notices in memory: what was sent to whom, each key once to each account, or to those who hold a permission. */
public final class TestNotices implements Notices {

    /**
     * A notice that was sent.
     *
     * @param to whom: one account, or holders
     * @param notice what
     */
    public record Sent(Recipients to, NoticeDraft notice) {}

    private final List<Sent> sent = new ArrayList<>();

    @Override
    public synchronized int send(Tx tx, Recipients to, NoticeDraft notice) {
        Set<Recipients> told = sent.stream()
                .filter(former -> former.notice().key().equals(notice.key()))
                .flatMap(former -> each(former.to()))
                .collect(Collectors.toSet());
        List<Recipients> others =
                each(to).filter(recipient -> !told.contains(recipient)).toList();
        others.forEach(recipient -> sent.add(new Sent(recipient, notice)));
        return others.size();
    }

    /** Accounts one by one; of who holds a permission, the tests know no accounts. */
    private static Stream<Recipients> each(Recipients to) {
        return to instanceof Recipients.Accounts accounts
                ? accounts.names().stream().sorted().map(Recipients::account)
                : Stream.of(to);
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

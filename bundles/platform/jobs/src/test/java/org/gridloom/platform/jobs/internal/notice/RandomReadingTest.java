package org.gridloom.platform.jobs.internal.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gridloom.platform.jobs.internal.Databases;
import org.gridloom.platform.notice.NoticeDraft;
import org.gridloom.platform.notice.Recipients;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.security.PermissionHolders;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.text.Text;

/** Notices that are sent, read and taken back in whatever order, against lists kept by hand. */
class RandomReadingTest {

    private static final List<String> ACCOUNTS = List.of("li", "wang", "zhao");

    /** What is done. */
    enum Act {
        SEND,
        READ,
        READ_ALL,
        READ_UP_TO,
        WITHDRAW
    }

    /**
     * @param who who does it, or to whom it is sent
     * @param number chooses among what there is
     */
    record Step(Act act, Set<String> who, int number) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(
                                Act.SEND,
                                Act.SEND,
                                Act.SEND,
                                Act.SEND,
                                Act.READ,
                                Act.READ,
                                Act.READ_ALL,
                                Act.READ_UP_TO,
                                Act.WITHDRAW),
                        Arbitraries.of(ACCOUNTS).set().ofMinSize(1),
                        Arbitraries.integers().between(0, 11))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    @Property(tries = 30)
    void whatIsUnreadIsCountedAndListedAsItShouldBe(@ForAll Databases kind, @ForAll("steps") List<Step> steps) {
        try (TestDatabase db = kind.open()) {
            Model model = new Model(db);
            for (Step step : steps) {
                model.take(step);
                ACCOUNTS.forEach(model::requireAgreement);
            }
        }
    }

    /** Of one account; the number is the notice's key, and what it is about goes by it. */
    private static final class Kept {

        private final String account;
        private final int number;
        private boolean isRead;

        Kept(String account, int number) {
            this.account = account;
            this.number = number;
        }

        String link() {
            return "#/test/" + number;
        }
    }

    private static final class Model {

        private final TestDatabase db;
        private final DefaultNotices notices;
        private final OwnNotices own;
        private final List<Kept> all = new ArrayList<>();

        Model(TestDatabase db) {
            this.db = db;
            notices = new DefaultNotices(new Everybody(), db.clock());
            own = new OwnNotices(db.platform(), db.access(), db.clock());
        }

        void take(Step step) {
            if (step.act() == Act.SEND) {
                send(step);
            } else if (step.act() == Act.WITHDRAW) {
                withdraw(step.number() % 3);
            } else {
                step.who().forEach(account -> read(step, account));
            }
        }

        private void send(Step step) {
            int told = 0;
            for (String account : ACCOUNTS) {
                if (step.who().contains(account)
                        && of(account).stream().noneMatch(kept -> kept.number == step.number())) {
                    all.add(new Kept(account, step.number()));
                    told++;
                }
            }
            NoticeDraft draft = new NoticeDraft(
                    "k" + step.number(),
                    "test.due",
                    "task/" + step.number() % 3,
                    new Text("将到期", "due"),
                    "#/test/" + step.number());
            int sent = db.platform().call(tx -> notices.send(tx, Recipients.accounts(step.who()), draft));
            assertThat(sent).isEqualTo(told);
        }

        private void withdraw(int task) {
            List<Kept> taken = all.stream()
                    .filter(kept -> kept.number % 3 == task && !kept.isRead)
                    .toList();
            int withdrawn = db.platform().call(tx -> notices.withdraw(tx, "test.due", "task/" + task));
            assertThat(withdrawn).isEqualTo(taken.size());
            all.removeAll(taken);
        }

        private void read(Step step, String account) {
            db.access().signIn(account);
            List<NoticeView> shown = listed(false);
            if (step.act() == Act.READ_ALL) {
                own.readAll(null);
                of(account).forEach(kept -> kept.isRead = true);
            } else if (shown.isEmpty()) {
                assertThatThrownBy(() -> own.read(step.number())).isInstanceOf(Problem.class);
            } else {
                int at = step.number() % shown.size();
                boolean isOne = step.act() == Act.READ;
                long id = shown.get(at).id();
                if (isOne) {
                    own.read(id);
                } else {
                    own.readAll(id);
                }
                List<Kept> newestFirst = of(account);
                newestFirst.subList(at, isOne ? at + 1 : newestFirst.size()).forEach(kept -> kept.isRead = true);
            }
        }

        void requireAgreement(String account) {
            db.access().signIn(account);
            List<Kept> kept = of(account);
            List<Kept> unread = kept.stream().filter(each -> !each.isRead).toList();
            assertThat(own.unread().unread()).isEqualTo(unread.size());
            assertThat(listed(true))
                    .extracting(NoticeView::link)
                    .isEqualTo(unread.stream().map(Kept::link).toList());
            assertThat(listed(false))
                    .extracting(NoticeView::link)
                    .isEqualTo(kept.stream().map(Kept::link).toList());
        }

        private List<NoticeView> listed(boolean unread) {
            Page<NoticeView> page = own.list(unread, PageQuery.first());
            assertThat(page.total()).isEqualTo(page.items().size());
            return page.items();
        }

        /** Newest first. */
        private List<Kept> of(String account) {
            List<Kept> found = new ArrayList<>();
            for (int i = all.size() - 1; i >= 0; i--) {
                if (all.get(i).account.equals(account)) {
                    found.add(all.get(i));
                }
            }
            return found;
        }
    }

    private static final class Everybody implements PermissionHolders {

        @Override
        public Set<String> nearest(String permission, String unit) {
            return Set.of();
        }

        @Override
        public Set<String> enabled(Set<String> names) {
            return names;
        }
    }
}

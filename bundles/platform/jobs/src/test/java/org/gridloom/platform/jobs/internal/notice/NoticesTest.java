package org.gridloom.platform.jobs.internal.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.gridloom.platform.jobs.internal.Databases;
import org.gridloom.platform.notice.NoticeDraft;
import org.gridloom.platform.notice.Recipients;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.security.PermissionHolders;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoticesTest {

    private static final String PERMISSION = "x.y.do";

    @ParameterizedTest
    @EnumSource(Databases.class)
    void eachRecipientGetsANoticeOnceHoweverOftenItIsSent(Databases kind) {
        try (TestDatabase db = kind.open()) {
            assertThat(send(db, Recipients.holders(PERMISSION, "210102021"), draft("k1")))
                    .isEqualTo(2);
            assertThat(send(db, Recipients.accounts(Set.of("li", "zhao")), draft("k1")))
                    .isEqualTo(1);
            assertThat(send(db, Recipients.account("nobody"), draft("k1"))).isZero();

            assertThat(of(db, "li")).singleElement().satisfies(notice -> {
                assertThat(notice.subject()).isEqualTo(new Text("将到期", "due"));
                assertThat(notice.readAt()).isNull();
            });
            assertThat(of(db, "zhao")).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatIsRolledBackWasNeverSent(Databases kind) {
        try (TestDatabase db = kind.open()) {
            assertThatThrownBy(() -> db.platform().run(tx -> {
                        notices(db).send(tx, Recipients.account("li"), draft("k1"));
                        throw new IllegalStateException("undone");
                    }))
                    .hasMessage("undone");

            assertThat(of(db, "li")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void oneReadsOnesOwnAndWhatCameSinceStaysUnread(Databases kind) {
        try (TestDatabase db = kind.open()) {
            send(db, Recipients.accounts(Set.of("li", "wang")), draft("k1"));
            send(db, Recipients.accounts(Set.of("li", "wang")), draft("k2"));
            long newest = of(db, "li").get(0).id();
            long wangs = of(db, "wang").get(0).id();
            send(db, Recipients.account("li"), draft("k3"));
            db.access().signIn("li");
            OwnNotices own = own(db);

            own.readAll(newest);

            assertThat(own.unread().unread()).isEqualTo(1);
            assertThat(own.list(true, PageQuery.first()).items()).hasSize(1);
            assertThatThrownBy(() -> own.read(wangs))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
            own.read(own.list(true, PageQuery.first()).items().get(0).id());
            assertThat(own.unread().unread()).isZero();
            db.access().signIn("wang");
            assertThat(own.unread().unread()).isEqualTo(2);
            own.readAll(null);
            assertThat(own.unread().unread()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatNobodyNeedLookAtAnyMoreIsTakenBackUnlessItWasRead(Databases kind) {
        try (TestDatabase db = kind.open()) {
            send(db, Recipients.accounts(Set.of("li", "wang")), draft("k1"));
            db.access().signIn("li");
            own(db).readAll(null);

            int taken = db.platform().call(tx -> notices(db).withdraw(tx, "test.due", "task/1"));

            assertThat(taken).isEqualTo(1);
            assertThat(of(db, "li")).hasSize(1);
            assertThat(of(db, "wang")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void oldNoticesAreRemoved(Databases kind) {
        try (TestDatabase db = kind.open()) {
            send(db, Recipients.account("li"), draft("old"));
            db.clock().advance(Duration.ofDays(89));
            send(db, Recipients.account("li"), draft("new"));
            NoticeExpiry expiry = new NoticeExpiry(new NoticeSettings(), db.clock());
            db.platform().run(tx -> expiry.run(tx, null));
            assertThat(of(db, "li")).hasSize(2);

            db.clock().advance(Duration.ofDays(2));
            db.platform().run(tx -> expiry.run(tx, null));

            assertThat(of(db, "li")).hasSize(1);
        }
    }

    private static int send(TestDatabase db, Recipients to, NoticeDraft notice) {
        return db.platform().call(tx -> notices(db).send(tx, to, notice));
    }

    private static NoticeDraft draft(String key) {
        return new NoticeDraft(key, "test.due", "task/1", new Text("将到期", "due"), "#/test/1");
    }

    private static List<NoticeView> of(TestDatabase db, String account) {
        db.access().signIn(account);
        return own(db).list(false, PageQuery.first()).items();
    }

    private static OwnNotices own(TestDatabase db) {
        return new OwnNotices(db.platform(), db.access(), db.clock());
    }

    private static DefaultNotices notices(TestDatabase db) {
        return new DefaultNotices(new Staff(), db.clock());
    }

    private static final class Staff implements PermissionHolders {

        private static final Set<String> ALL = Set.of("li", "wang", "zhao");

        @Override
        public Set<String> nearest(String permission, String unit) {
            return permission.equals(PERMISSION) ? Set.of("li", "wang") : Set.of();
        }

        @Override
        public Set<String> enabled(Set<String> names) {
            return Set.copyOf(names.stream().filter(ALL::contains).toList());
        }
    }
}

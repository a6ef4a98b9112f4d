package org.gridloom.platform.jobs.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gridloom.platform.jobs.internal.notice.NoticeView;
import org.gridloom.platform.notice.NoticeDraft;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Sql;

/** Notices in the database: a row for each account that was told. */
public final class NoticeRows {

    private static final String COLUMNS = "id, kind, about, subject_zh, subject_en, link, sent_at, read_at";

    private final Sql sql;

    public NoticeRows(Connection connection) {
        sql = new Sql(connection);
    }

    /** How many of the accounts had not got it. */
    public int insert(NoticeDraft notice, Set<String> accounts, Instant now) {
        return accounts.stream()
                .sorted()
                .mapToInt(account -> insert(notice, account, now))
                .sum();
    }

    private int insert(NoticeDraft notice, String account, Instant now) {
        boolean told = sql.count(
                        "select count(*) from platform_notice where account = ? and notice_key = ?",
                        account,
                        notice.key())
                > 0;
        return told
                ? 0
                : sql.update(
                        "insert into platform_notice"
                                + " (account, notice_key, kind, about, subject_zh, subject_en, link, sent_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                        account,
                        notice.key(),
                        notice.kind(),
                        notice.about(),
                        notice.subject().zh(),
                        notice.subject().en(),
                        notice.link(),
                        now);
    }

    public int withdraw(String kind, String about) {
        return sql.update("delete from platform_notice where about = ? and kind = ? and read_at is null", about, kind);
    }

    /** Newest first. */
    public List<NoticeView> list(String account, boolean unread, int offset, int size) {
        return sql.list(
                NoticeRows::view,
                "select " + COLUMNS + " from platform_notice where account = ?" + only(unread)
                        + " order by id desc offset " + offset + " rows fetch next " + size + " rows only",
                account);
    }

    public long count(String account, boolean unread) {
        return sql.count("select count(*) from platform_notice where account = ?" + only(unread), account);
    }

    /** Whether the account has such a notice; one that was read stays read. */
    public boolean read(String account, long id, Instant now) {
        sql.update(
                "update platform_notice set read_at = ? where account = ? and id = ? and read_at is null",
                now,
                account,
                id);
        return sql.count("select count(*) from platform_notice where account = ? and id = ?", account, id) > 0;
    }

    /** All up to one, and that too. */
    public int readAll(String account, long upTo, Instant now) {
        return sql.update(
                "update platform_notice set read_at = ? where account = ? and id <= ? and read_at is null",
                now,
                account,
                upTo);
    }

    public int deleteBefore(Instant time) {
        return sql.update("delete from platform_notice where sent_at < ?", time);
    }

    private static String only(boolean unread) {
        return unread ? " and read_at is null" : "";
    }

    private static NoticeView view(ResultSet row) throws SQLException {
        return new NoticeView(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("about"),
                new Text(row.getString("subject_zh"), row.getString("subject_en")),
                row.getString("link"),
                Sql.instant(row, "sent_at"),
                Sql.instant(row, "read_at"));
    }
}

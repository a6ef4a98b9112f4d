package org.gridloom.training.internal.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.tx.Conditions;
import org.gridloom.platform.tx.Sql;

/**
 * Which of some people have had which topic by a day, put together, put in order and counted by the database. Both are given
 * to it: who holds which post is another capability's, what counts for how long is a rule.
 *
 * @param holders each person once for each kind of post
 * @param since by topic, the first day from which on having had it counts
 */
public record CoverageStore(Sql sql, LocalDate on, List<Holder> holders, Map<String, LocalDate> since) {

    private static final String NEVER = "cast('1000-01-01' as date)";
    private static final String LAST = "coalesce(l.held_on, " + NEVER + ")";
    private static final String COVERED = LAST + " >= l.since";
    private static final Map<String, String> COLUMNS = Map.of("last", LAST, "person", "l.person", "topic", "l.topic");
    private static final String USUAL = LAST + ", l.person, l.topic";

    /**
     * When somebody last had a topic.
     *
     * @param last null for never
     */
    public record Row(String person, String topic, LocalDate last, boolean covered) {}

    /**
     * Somebody who holds a post.
     *
     * @param first whether this is the one post of theirs by which they are counted where posts do not matter
     */
    public record Holder(String person, String kind, boolean first) {}

    /** How many who hold a kind of post should have had a topic and have had it; and how many are counted first with it. */
    public record Share(String topic, String kind, long all, long covered, long first, long firstCovered) {}

    /** @param covered only those who have had it in time, or have not; null for all */
    public Page<Row> list(Boolean covered, PageQuery page) {
        if (since.isEmpty()) {
            return Page.of(List.of(), page, 0);
        }
        String where =
                " where l.main" + (covered == null ? "" : covered ? " and " + COVERED : " and not (" + COVERED + ")");
        List<Object> values = values();
        values.add(page.offset());
        values.add(page.size());
        List<Row> rows = sql.list(
                row -> new Row(
                        row.getString(1), row.getString(2), row.getObject(3, LocalDate.class), row.getBoolean(4)),
                "select l.person, l.topic, l.held_on, case when " + COVERED + " then true else false end" + from()
                        + where + Conditions.order(page.sort(), COLUMNS, USUAL)
                        + " offset ? rows fetch next ? rows only",
                values.toArray());
        return Page.of(rows, page, () -> sql.count("select count(*)" + from() + where, values().toArray()));
    }

    /** Of each topic with each kind of post; those of no people are left out. */
    public List<Share> shares() {
        if (since.isEmpty()) {
            return List.of();
        }
        return sql.list(
                row -> new Share(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)),
                "select l.topic, l.kind, count(*), count(case when " + COVERED + " then 1 end),"
                        + " count(case when l.main then 1 end),"
                        + " count(case when l.main and " + COVERED + " then 1 end)" + from()
                        + " group by l.topic, l.kind",
                values().toArray());
    }

    /** One look into an index for each person and topic, on whichever database; the offset keeps it from being done twice. */
    private String from() {
        StringJoiner topics = new StringJoiner(", ", "(values ", ") as t(topic, since)");
        since.keySet().forEach(topic -> topics.add("(cast(? as varchar), cast(? as date))"));
        return " from (select e.code as person, e.kind as kind, e.main = 'true' as main, t.topic as topic, t.since as since,"
                + " (select max(s.held_on) from training_attendance a join training_session s on s.id = a.session_id"
                + " where a.person = e.code and a.state = 'attended' and s.topic = t.topic and s.state = 'held'"
                + " and s.held_on <= ?) as held_on"
                + " from unnest(cast(? as varchar array), cast(? as varchar array), cast(? as varchar array))"
                + " as e(code, kind, main) cross join " + topics + " offset 0 rows) l";
    }

    private List<Object> values() {
        List<Object> values = new ArrayList<>();
        values.add(on);
        values.add(holders.stream().map(Holder::person).toList());
        values.add(holders.stream().map(Holder::kind).toList());
        values.add(
                holders.stream().map(holder -> Boolean.toString(holder.first())).toList());
        since.forEach((topic, day) -> {
            values.add(topic);
            values.add(day);
        });
        return values;
    }
}

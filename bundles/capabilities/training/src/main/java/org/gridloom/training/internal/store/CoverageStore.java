package org.gridloom.training.internal.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
 * @param persons codes
 * @param since by topic, the first day from which on having had it counts
 */
public record CoverageStore(Sql sql, LocalDate on, Collection<String> persons, Map<String, LocalDate> since) {

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

    /** How many of a topic there are, and how many of them are covered. */
    public record Share(long all, long covered) {}

    /** @param covered only those who have had it in time, or have not; null for all */
    public Page<Row> list(Boolean covered, PageQuery page) {
        if (since.isEmpty()) {
            return Page.of(List.of(), page, 0);
        }
        String where = covered == null ? "" : covered ? " where " + COVERED : " where not (" + COVERED + ")";
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

    /** By topic; those of no people are left out. */
    public Map<String, Share> shares() {
        Map<String, Share> shares = new HashMap<>();
        if (!since.isEmpty()) {
            sql.list(
                    row -> shares.put(row.getString(1), new Share(row.getLong(2), row.getLong(3))),
                    "select l.topic, count(*), count(case when " + COVERED + " then 1 end)" + from()
                            + " group by l.topic",
                    values().toArray());
        }
        return shares;
    }

    /** One look into an index for each person and topic, on whichever database; the offset keeps it from being done twice. */
    private String from() {
        StringJoiner topics = new StringJoiner(", ", "(values ", ") as t(topic, since)");
        since.keySet().forEach(topic -> topics.add("(cast(? as varchar), cast(? as date))"));
        return " from (select e.code as person, t.topic as topic, t.since as since,"
                + " (select max(s.held_on) from training_attendance a join training_session s on s.id = a.session_id"
                + " where a.person = e.code and a.state = 'attended' and s.topic = t.topic and s.state = 'held'"
                + " and s.held_on <= ?) as held_on"
                + " from unnest(cast(? as varchar array)) as e(code) cross join " + topics + " offset 0 rows) l";
    }

    private List<Object> values() {
        List<Object> values = new ArrayList<>(List.of(on, persons));
        since.forEach((topic, day) -> {
            values.add(topic);
            values.add(day);
        });
        return values;
    }
}

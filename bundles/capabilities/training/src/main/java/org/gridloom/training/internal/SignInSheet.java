package org.gridloom.training.internal;

import static org.gridloom.training.TrainingPermissions.READ;
import static org.gridloom.training.TrainingPermissions.RECORD;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gridloom.platform.sheet.ImportProgress;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetColumn.Kind;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetRow;
import org.gridloom.platform.sheet.SheetRows;
import org.gridloom.platform.sheet.Tried;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Tx;
import org.gridloom.training.Attendance;
import org.gridloom.training.AttendanceDraft;
import org.gridloom.training.Session;
import org.gridloom.training.internal.DefaultAttendances.Tally;
import org.gridloom.training.internal.domain.Origin;
import org.gridloom.training.internal.store.AttendanceStore;
import org.gridloom.training.internal.store.SessionStore;

/**
 * Who signed in, as people keep it (培训签到): of one session, or of many with the number of each. People are known by
 * their code, else by telephone, else by a name that only one of them bears.
 */
final class SignInSheet implements Sheet {

    static final String NUMBER = "number";
    static final String TITLE = "title";
    static final String FORMAT = "format";
    static final String TIME = "time";
    static final String PLACE = "place";
    static final String TRAINERS = "trainers";
    static final int MOST = 100_000;
    private static final Pattern ORDINAL = Pattern.compile("第(.+)期");

    private final Desk desk;
    private final DefaultSessions sessions;
    private final DefaultAttendances attendances;
    private final Attendees attendees;
    private final String only;

    /** @param only number of the session that all rows are of; null where each row says it */
    SignInSheet(Desk desk, DefaultSessions sessions, DefaultAttendances attendances, Attendees attendees, String only) {
        this.desk = desk;
        this.sessions = sessions;
        this.attendances = attendances;
        this.attendees = attendees;
        this.only = only;
    }

    @Override
    public SheetDefinition definition() {
        SheetColumn number =
                SheetColumn.code(NUMBER, Text.of("期次", "Number")).upTo(40).orAbove();
        SheetColumn name =
                SheetColumn.text("name", Text.of("姓名", "Name")).upTo(100).as("示例");
        List<SheetColumn> columns = List.of(
                only == null ? number.needed().as("2026-001") : number,
                ofSession(TITLE, "主题", "Title", "培训主题"),
                ofSession(FORMAT, "形式", "Format", "培训形式"),
                ofSession(TIME, "时间", "Time", "培训时间"),
                ofSession(PLACE, "地点", "Place", "培训地点"),
                ofSession(TRAINERS, "授课人", "Trainers", "授课老师", "主讲人"),
                only == null ? name : name.needed(),
                SheetColumn.text("unit", Text.of("单位", "Unit")).aka("所属单位", "工作单位"),
                SheetColumn.text("kind", Text.of("职务", "Post")),
                SheetColumn.code("phone", Text.of("电话", "Telephone")).upTo(40).aka("联系电话", "手机号"),
                SheetColumn.text("signedAt", Text.of("签到时间", "Signed in at"))
                        .upTo(20)
                        .as("8:50"),
                SheetColumn.text("signature", Text.of("签名", "Signature")),
                SheetColumn.of(Kind.DECIMAL, "score", Text.of("成绩", "Score"))
                        .aka("得分")
                        .as("92"),
                SheetColumn.of(Kind.YES_NO, "attended", Text.of("到会", "Attended"))
                        .aka("是否到会", "出勤")
                        .explained(Text.of("空为是", "Yes if empty")),
                SheetColumn.code("person", Text.of("人员编号", "Person"))
                        .upTo(40)
                        .aka("编号", "工号")
                        .explained(Text.of("空则按电话、姓名查找", "If empty they are looked for by telephone, then by name")),
                SheetColumn.text("note", Text.of("备注", "Note")).upTo(200));
        return new SheetDefinition(
                "training.attendances",
                Text.of("培训签到", "Attendance of training"),
                RECORD,
                READ,
                Set.of("unit", "session", "person", "topic", "state", "from", "to"),
                MOST,
                columns);
    }

    /** As it stands on the sheets that people have; what the session is, its own record says. */
    private static SheetColumn ofSession(String key, String zh, String en, String... synonyms) {
        return SheetColumn.text(key, Text.of(zh, en))
                .aka(synonyms)
                .orAbove()
                .explained(Text.of("导入时不看，以期次的记录为准", "Not read: the session's own record says it"));
    }

    /** A row with whom it is about. */
    private record Entry(SheetRow row, String number, AttendanceDraft draft) {}

    @Override
    public ImportReport load(SheetRows rows, boolean dryRun, Progress progress) {
        desk.access().require(RECORD);
        ImportProgress watched = new ImportProgress(progress);
        return dryRun
                ? desk.transactions().read(tx -> load(tx, rows, true, watched))
                : desk.transactions().call(tx -> load(tx, rows, false, watched));
    }

    private ImportReport load(Tx tx, SheetRows rows, boolean dryRun, ImportProgress watched) {
        Map<String, List<Entry>> bySession = entries(rows);
        Map<String, Session> known = new SessionStore(tx).numbered(bySession.keySet());
        bySession.forEach((number, entries) -> check(known.get(number), entries));
        requireExisting(bySession.values());
        if (rows.faults() > 0) {
            return rows.report(dryRun, 0, 0, 0);
        }
        Tally tally = new Tally(0, 0, 0);
        int done = 0;
        for (Recording each : recordings(tx, bySession, known, dryRun)) {
            tally = tally.plus(
                    attendances.record(tx, each.session(), each.places(), each.drafts(), each.origins(), !dryRun));
            done += each.drafts().size();
            watched.at(done, rows.read());
        }
        return rows.report(dryRun, tally.created(), tally.updated(), tally.unchanged());
    }

    /** What is to be recorded of a session, with what is known of those concerned. */
    private record Recording(
            Session session,
            Map<String, Attendance> places,
            List<AttendanceDraft> drafts,
            Map<String, Origin> origins) {}

    /** Everything is read before anything is written: a query sends what was written before it to the database. */
    private List<Recording> recordings(
            Tx tx, Map<String, List<Entry>> bySession, Map<String, Session> known, boolean dryRun) {
        Set<Long> ids = known.values().stream().map(Session::id).collect(Collectors.toSet());
        Map<Long, Session> locked = dryRun ? Map.of() : sessions.locked(tx, ids, RECORD);
        locked.values().forEach(DefaultAttendances::requireHeld);
        Map<LocalDate, Map<String, Origin>> origins = dryRun ? Map.of() : origins(bySession, known);
        Map<Long, Map<String, Attendance>> places = new AttendanceStore(tx.em()).of(ids);
        List<Recording> recordings = new ArrayList<>();
        bySession.forEach((number, entries) -> {
            Session seen = known.get(number);
            Session session = locked.getOrDefault(seen.id(), seen);
            recordings.add(new Recording(
                    session,
                    places.getOrDefault(session.id(), Map.of()),
                    entries.stream().map(Entry::draft).toList(),
                    origins.getOrDefault(session.heldOn(), Map.of())));
        });
        return recordings;
    }

    /** Those that are not at fault, by session. */
    private Map<String, List<Entry>> entries(SheetRows rows) {
        PersonFinder finder = new PersonFinder(attendees);
        Map<String, List<Entry>> bySession = new TreeMap<>();
        rows.each(row -> entry(row, finder)
                .ifPresent(entry -> bySession
                        .computeIfAbsent(entry.number(), number -> new ArrayList<>())
                        .add(entry)));
        return bySession;
    }

    private Optional<Entry> entry(SheetRow row, PersonFinder finder) {
        String number = row.text(NUMBER) == null ? only : plain(row.text(NUMBER));
        if (only != null && !only.equals(number)) {
            row.fault(NUMBER, Text.of("应为 %s", "Must be %s", only));
        }
        String person = Tried.on(
                row, () -> finder.find(row.text("person"), row.text("name"), row.text("phone")), "name", Map.of());
        AttendanceDraft draft = new AttendanceDraft(
                person, row.yes("attended"), row.decimal("score"), row.text("signedAt"), row.text("note"));
        if (!row.isFaulty()) {
            Tried.on(row, () -> desk.valid(draft), "person", Map.of());
        }
        return row.isFaulty() ? Optional.empty() : Optional.of(new Entry(row, number, draft));
    }

    /** As people write it above a sheet: 第2026-001期. */
    private static String plain(String number) {
        Matcher ordinal = ORDINAL.matcher(number);
        return ordinal.matches() ? ordinal.group(1).strip() : number;
    }

    private void check(Session session, List<Entry> entries) {
        if (session == null) {
            entries.forEach(entry -> entry.row().fault(NUMBER, Text.of("没有这期培训", "There is no such session")));
            return;
        }
        Tried.on(
                entries.get(0).row(),
                () -> {
                    desk.access().require(RECORD, session.unit());
                    DefaultAttendances.requireHeld(session);
                    return session;
                },
                NUMBER,
                Map.of());
        Set<String> seen = new HashSet<>();
        entries.stream()
                .filter(entry -> !seen.add(entry.draft().person()))
                .forEach(entry -> entry.row().fault("person", Text.of("同一期签到两次", "In the same session twice")));
    }

    private void requireExisting(Collection<List<Entry>> all) {
        Set<String> there = attendees.existing(all.stream()
                .flatMap(List::stream)
                .map(entry -> entry.draft().person())
                .collect(Collectors.toSet()));
        all.stream()
                .flatMap(List::stream)
                .filter(entry -> !there.contains(entry.draft().person()))
                .forEach(entry -> entry.row().fault("person", Text.of("没有这个编号的人员", "Nobody has this code")));
    }

    /** Where the people come from, by the days of their sessions: few questions for many sessions. */
    private Map<LocalDate, Map<String, Origin>> origins(
            Map<String, List<Entry>> bySession, Map<String, Session> known) {
        Map<LocalDate, Set<String>> byDay = new HashMap<>();
        bySession.forEach((number, entries) ->
                entries.forEach(entry -> byDay.computeIfAbsent(known.get(number).heldOn(), day -> new HashSet<>())
                        .add(entry.draft().person())));
        Map<LocalDate, Map<String, Origin>> origins = new HashMap<>();
        byDay.forEach((day, persons) -> origins.put(day, attendees.origins(persons, day)));
        return origins;
    }
}

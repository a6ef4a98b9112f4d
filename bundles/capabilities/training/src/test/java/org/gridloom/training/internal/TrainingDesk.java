package org.gridloom.training.internal;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridloom.organization.People;
import org.gridloom.organization.Person;
import org.gridloom.organization.PersonFilter;
import org.gridloom.organization.PersonSearch;
import org.gridloom.organization.Post;
import org.gridloom.organization.PostFilter;
import org.gridloom.organization.PostKind;
import org.gridloom.organization.Posts;
import org.gridloom.organization.Vocabulary;
import org.gridloom.platform.calendar.WorkCalendar;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.sheet.Sheets;
import org.gridloom.platform.sheets.internal.DefaultSheets;
import org.gridloom.platform.sheets.internal.StoredMappings;
import org.gridloom.platform.sheets.internal.table.Limits;
import org.gridloom.platform.state.MoveDraft;
import org.gridloom.platform.states.internal.DefaultCases;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestFiles;
import org.gridloom.platform.testkit.TestJobs;
import org.gridloom.platform.testkit.TestNotices;
import org.gridloom.platform.testkit.TestRules;
import org.gridloom.platform.testkit.TestSettings;
import org.gridloom.platform.testkit.WeekdayCalendar;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.UnitDirectory;
import org.gridloom.platform.unit.UnitRef;
import org.gridloom.training.Session;
import org.gridloom.training.SessionDraft;

/** The capability's services on a database, beside an organisation of two communities that the tests make up. */
final class TrainingDesk {

    static final String STREET = "210102001";
    static final String COMMUNITY = "210102001001";
    static final String OTHER = "210102001002";
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    final Desk desk;
    final TrainingRules rules;
    final DefaultProgrammes programmes;
    final DefaultStudios studios;
    final DefaultTrainers trainers;
    final DefaultSessions sessions;
    final DefaultAttendances attendances;
    final DefaultCertificates certificates;
    final DefaultTrainingCoverage coverage;
    final TrainingFigures figures;
    final PostChanges postChanges;
    final Attendees attendees;
    final Sheets sheets;
    final TestJobs jobs = new TestJobs();
    final TestNotices notices = new TestNotices();
    final SessionReminders sessionReminders;
    final CertificateReminders certificateReminders;
    private final TestDatabase database;
    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, String> phones = new HashMap<>();
    private final List<Post> posts = new ArrayList<>();

    TrainingDesk(TestDatabase database) {
        this.database = database;
        UnitDirectory units = mock(UnitDirectory.class);
        when(units.find(any(), any())).thenAnswer(call -> {
            String code = call.getArgument(0);
            return code.startsWith("2101") ? Optional.of(new UnitRef(code, code, "community")) : Optional.empty();
        });
        desk = new Desk(database.transactions(), database.access(), units, database.checks(), database.clock());
        rules = new TrainingRules(
                new TestRules(new TopicRules(), new FormatRules(), new AudienceRules(), new ReminderRules()),
                database.clock());
        WorkCalendar calendar = new WeekdayCalendar();
        attendees = new Attendees(people(), posts(), rules, database.access());
        sessionReminders = new SessionReminders(desk, rules, calendar, attendees, jobs, notices);
        certificateReminders = new CertificateReminders(desk, rules, calendar, attendees, jobs, notices);
        programmes = new DefaultProgrammes(desk);
        studios = new DefaultStudios(desk);
        trainers = new DefaultTrainers(desk);
        sessions = new DefaultSessions(
                desk,
                DefaultCases.of(
                        database.transactions("org.gridloom.platform.states"),
                        database.access(),
                        database.checks(),
                        new TestRules(),
                        new WeekdayCalendar(),
                        database.clock()),
                rules,
                new TrainingSettings(TestSettings.defaults(TrainingSettings.Config.class)),
                sessionReminders);
        sheets = DefaultSheets.limited(
                database.access(),
                new StoredMappings(database.platform(), database.access()),
                database.platform(),
                TestFiles.temporary(),
                database.clock(),
                Limits.USUAL);
        attendances = new DefaultAttendances(desk, sessions, attendees, sessionReminders, sheets);
        certificates = new DefaultCertificates(desk, attendees, certificateReminders);
        coverage = new DefaultTrainingCoverage(desk, posts(), rules);
        figures = new TrainingFigures(desk, coverage);
        postChanges = new PostChanges(attendances, attendees, desk);
    }

    /** Of all sessions, each person with the name of the kind of their post. */
    AttendanceSheet attendanceSheet() {
        Vocabulary vocabulary = mock(Vocabulary.class);
        when(vocabulary.postKinds())
                .thenReturn(List.of(new PostKind(
                        "community-worker",
                        Text.of("社区工作者", "community worker"),
                        "unit",
                        Set.of(),
                        false,
                        "member",
                        false,
                        1)));
        return new AttendanceSheet(
                desk,
                sessions,
                attendances,
                attendees,
                new SignInExport(desk, sessions, attendances, rules, vocabulary));
    }

    private People people() {
        People known = mock(People.class);
        when(known.names(any())).thenAnswer(call -> {
            Map<String, String> names = new HashMap<>();
            Collection<String> codes = call.getArgument(0);
            codes.stream()
                    .filter(people::containsKey)
                    .forEach(code -> names.put(code, people.get(code).name()));
            return names;
        });
        when(known.accounts(any())).thenAnswer(call -> {
            Map<String, String> accounts = new HashMap<>();
            Collection<String> codes = call.getArgument(0);
            codes.stream()
                    .map(people::get)
                    .filter(person -> person != null && person.account() != null)
                    .forEach(person -> accounts.put(person.code(), person.account()));
            return accounts;
        });
        when(known.get(any()))
                .thenAnswer(call -> Optional.ofNullable(people.get(call.<String>getArgument(0)))
                        .orElseThrow(() -> Problem.notFound(Text.of("无", "none"))));
        when(known.search(any())).thenAnswer(call -> {
            PersonSearch search = call.getArgument(0);
            return phones.entrySet().stream()
                    .filter(phone -> phone.getValue().equals(search.phone()))
                    .map(phone -> people.get(phone.getKey()))
                    .toList();
        });
        when(known.list(any(), any())).thenAnswer(call -> {
            PersonFilter filter = call.getArgument(0);
            List<Person> found = people.values().stream()
                    .filter(person -> person.name().startsWith(filter.text()))
                    .toList();
            return Page.of(found, call.getArgument(1), found.size());
        });
        return known;
    }

    private Posts posts() {
        Posts known = mock(Posts.class);
        when(known.held(any(), any())).thenAnswer(call -> {
            Collection<String> persons = call.getArgument(0);
            return posts.stream()
                    .filter(post -> persons.contains(post.person()))
                    .toList();
        });
        when(known.list(any(), any())).thenAnswer(call -> {
            PostFilter filter = call.getArgument(0);
            PageQuery page = call.getArgument(1);
            List<Post> found = page.page() > 0
                    ? List.of()
                    : posts.stream()
                            .filter(post ->
                                    filter.kind() == null || filter.kind().equals(post.kind()))
                            .filter(post -> filter.unit() == null || post.unit().startsWith(filter.unit()))
                            .toList();
            return Page.of(found, page, found.size());
        });
        return known;
    }

    /** A community worker. */
    TrainingDesk worker(String code, String unit) {
        return person(code, "工作者" + code, unit, "community-worker");
    }

    /**
     * Somebody with a post, or one who is there already with one more.
     *
     * @param kind null for somebody without a post
     */
    TrainingDesk person(String code, String name, String unit, String kind) {
        people.put(code, new Person(code, name, null, null, null, unit, null, null, null, null, false, 1));
        if (kind != null) {
            posts.add(new Post(
                    posts.size() + 1,
                    code,
                    name,
                    kind,
                    "unit",
                    unit,
                    unit,
                    DAY.minusYears(1),
                    null,
                    null,
                    null,
                    null,
                    null,
                    1));
        }
        return this;
    }

    /** Gives somebody a telephone. */
    TrainingDesk phone(String code, String number) {
        phones.put(code, number);
        return this;
    }

    /** Holds no post any more. */
    TrainingDesk leaves(String code) {
        posts.removeIf(post -> post.person().equals(code));
        return this;
    }

    /** Gives somebody an account. */
    TrainingDesk account(String code, String account) {
        people.computeIfPresent(
                code,
                (key, person) -> new Person(
                        code, person.name(), null, null, null, person.unit(), account, null, null, null, false, 1));
        return this;
    }

    SessionDraft draft(String number, Integer capacity) {
        return new SessionDraft(
                number, "议事规则专题", "deliberation", "lecture", STREET, DAY, null, null, null, null, null, capacity, null);
    }

    Session open(String number, Integer capacity) {
        return act(sessions.create(draft(number, capacity)), "announce");
    }

    Session held(String number) {
        return act(sessions.create(draft(number, 0)), "hold");
    }

    Session act(Session session, String action) {
        return sessions.move(
                session.id(),
                action,
                MoveDraft.because("理由"),
                session.progress().version());
    }

    TestDatabase database() {
        return database;
    }
}

package org.gridloom.training.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridloom.organization.PostKind;
import org.gridloom.organization.Vocabulary;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.sheet.SheetOutput;
import org.gridloom.platform.sheet.SheetPages;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Tx;
import org.gridloom.training.Attendance;
import org.gridloom.training.AttendanceFilter;
import org.gridloom.training.Attendances;
import org.gridloom.training.Session;
import org.gridloom.training.Term;
import org.gridloom.training.internal.domain.Scores;
import org.gridloom.training.internal.store.CatalogueStore;
import org.gridloom.training.internal.store.SessionStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Attendance as people keep it: that of one session below what the session is, that of many as a list which says it in
 * each row. Without telephone numbers, which nobody needs there, and without those who are yet to come.
 */
@Component(service = SignInExport.class)
public final class SignInExport {

    private final Desk desk;
    private final DefaultSessions sessions;
    private final DefaultAttendances attendances;
    private final TrainingRules rules;
    private final Vocabulary vocabulary;

    @Activate
    public SignInExport(
            @Reference Desk desk,
            @Reference DefaultSessions sessions,
            @Reference DefaultAttendances attendances,
            @Reference TrainingRules rules,
            @Reference Vocabulary vocabulary) {
        this.desk = desk;
        this.sessions = sessions;
        this.attendances = attendances;
        this.rules = rules;
        this.vocabulary = vocabulary;
    }

    void write(SheetQuery query, SheetOutput out) {
        AttendanceFilter filter = new AttendanceFilter(
                query.text("unit"),
                session(query.text("session")),
                query.text("person"),
                query.text("topic"),
                query.text("state"),
                query.date("from"),
                query.date("to"));
        Words words = new Words(formats(), kinds());
        if (filter.session() != null) {
            above(words, filter.session(), out);
        }
        SheetPages.each(
                query, Attendances.SORTABLE, page -> part(filter, page, words), place -> row(place, words, out));
    }

    private static Long session(String text) {
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException none) {
            throw Problem.invalid("session", Text.of("应为数字", "Must be a number"));
        }
    }

    /** What those things are called that attendances have codes of; of units, sessions and trainers a part at a time. */
    private record Words(
            Map<String, Text> formats,
            Map<String, Text> kinds,
            Map<String, String> units,
            Map<String, Session> sessions,
            Map<String, String> trainers) {

        Words(Map<String, Text> formats, Map<String, Text> kinds) {
            this(formats, kinds, new HashMap<>(), new HashMap<>(), new HashMap<>());
        }

        Object format(Session of) {
            return formats.containsKey(of.format()) ? formats.get(of.format()) : of.format();
        }

        static String time(Session of) {
            return of.heldOn() + (of.hours() == null ? "" : " " + of.hours());
        }

        List<String> teaching(Session of) {
            return of.trainers().stream()
                    .map(code -> trainers.getOrDefault(code, code))
                    .toList();
        }

        Object kind(Attendance of) {
            return kinds.containsKey(of.kind()) ? kinds.get(of.kind()) : of.kind();
        }
    }

    private Map<String, Text> formats() {
        return rules.vocabulary(desk.today()).formats().stream().collect(Collectors.toMap(Term::code, Term::name));
    }

    private Map<String, Text> kinds() {
        return vocabulary.postKinds().stream().collect(Collectors.toMap(PostKind::code, PostKind::name));
    }

    private void above(Words words, long id, SheetOutput out) {
        Session of = desk.transactions().read(tx -> {
            Session readable = sessions.readable(tx, id);
            return learn(tx, Map.of(readable.number(), readable), words).get(readable.number());
        });
        out.above(SignInSheet.NUMBER, of.number());
        out.above(SignInSheet.TITLE, of.title());
        out.above(SignInSheet.FORMAT, words.format(of));
        out.above(SignInSheet.TIME, Words.time(of));
        out.above(SignInSheet.PLACE, of.place());
        out.above(SignInSheet.TRAINERS, of.trainers().isEmpty() ? null : words.teaching(of));
    }

    private Page<Attendance> part(AttendanceFilter filter, PageQuery page, Words words) {
        Page<Attendance> part = attendances.list(filter, page);
        Set<String> numbers = part.items().stream().map(Attendance::number).collect(Collectors.toSet());
        numbers.removeAll(words.sessions().keySet());
        desk.transactions().read(tx -> learn(tx, new SessionStore(tx).numbered(numbers), words));
        Set<String> units = part.items().stream().map(Attendance::unit).collect(Collectors.toSet());
        units.removeAll(words.units().keySet());
        words.units().putAll(desk.unitNames(units));
        return part;
    }

    private static Map<String, Session> learn(Tx tx, Map<String, Session> some, Words words) {
        words.sessions().putAll(some);
        words.trainers()
                .putAll(CatalogueStore.trainers(tx.em())
                        .names(some.values().stream()
                                .flatMap(session -> session.trainers().stream())
                                .filter(code -> !words.trainers().containsKey(code))
                                .collect(Collectors.toSet())));
        return some;
    }

    private static void row(Attendance place, Words words, SheetOutput out) {
        if (place.state().equals(Attendance.ENROLLED)) {
            return;
        }
        Session of = words.sessions().get(place.number());
        out.row(
                of.number(),
                of.title(),
                words.format(of),
                Words.time(of),
                of.place(),
                words.teaching(of),
                place.personName(),
                words.units().get(place.unit()),
                words.kind(place),
                null,
                place.signedAt(),
                null,
                Scores.plain(place.score()),
                place.state().equals(Attendance.ATTENDED),
                place.person(),
                place.note());
    }
}

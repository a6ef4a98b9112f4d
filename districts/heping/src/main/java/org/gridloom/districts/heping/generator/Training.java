package org.gridloom.districts.heping.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What was taught: as many sessions and attendances as the article counts, by those who hold the posts of the pack. The
 * studio, the six formats and the three topics are the article's; days, trainers and scores are invented.
 */
final class Training {

    private static final int SESSIONS = 151;
    private static final int ATTENDANCES = 5888;
    private static final int REQUIRED = 2;
    private static final int PASS = 60;
    private static final int TRAINERS = 12;
    private static final String DISTRICT = "210102";
    private static final String STUDIO = "GZS001";
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 8);
    private static final LocalDate CERTIFIED = LocalDate.of(2026, 10, 30);
    private static final int DAYS_BETWEEN = 4;
    private static final List<String> FORMATS =
            List.of("lecture", "case-teaching", "field-study", "role-play", "quiz", "contest");
    private static final Map<String, String> TOPICS = topics();
    private static final List<String> AUDIENCE = List.of("community-secretary", "community-worker");

    private final List<Unit> streets;
    private final Map<String, List<Post>> workers = new TreeMap<>();
    private final Map<String, List<Post>> secretaries = new TreeMap<>();
    private final List<Session> sessions = new ArrayList<>();
    /** How often somebody was in a session of a topic, by both. */
    private final Map<List<String>, Integer> had = new HashMap<>();

    private record Session(
            String number,
            String title,
            String topic,
            String format,
            LocalDate on,
            String unit,
            String station,
            String trainer,
            List<Place> places) {}

    private record Place(String person, int score) {}

    private static Map<String, String> topics() {
        Map<String, String> topics = new LinkedHashMap<>();
        topics.put("mediation", "网格内矛盾调解");
        topics.put("mass-work", "群众工作方法");
        topics.put("deliberation", "协商议事规则");
        return topics;
    }

    Training(Territory territory, List<Post> posts) {
        streets =
                territory.units().filter(unit -> unit.level().equals("street")).toList();
        for (Post post : posts) {
            String street = post.person().unit().length() < 9
                    ? DISTRICT
                    : post.person().unit().substring(0, 9);
            if (Dice.of("never-trained", post.person().code()).inHundred(4)) {
                continue;
            }
            if (AUDIENCE.contains(post.kind())) {
                workers.computeIfAbsent(street, code -> new ArrayList<>()).add(post);
            } else if (post.kind().equals("branch-secretary")) {
                secretaries.computeIfAbsent(street, code -> new ArrayList<>()).add(post);
            }
        }
        List<Integer> sizes = Shares.of(ATTENDANCES, Collections.nCopies(SESSIONS, 1));
        IntStream.range(0, SESSIONS).forEach(i -> sessions.add(session(i, sizes.get(i))));
    }

    private Session session(int i, int size) {
        Unit street = streets.get(i % streets.size());
        LocalDate on = FIRST.plusDays((long) i * DAYS_BETWEEN);
        int ofYear = on.getYear() == FIRST.getYear()
                ? i + 1
                : i
                        + 1
                        - (int) sessions.stream()
                                .filter(former -> former.on().getYear() == FIRST.getYear())
                                .count();
        List<String> topics = List.copyOf(TOPICS.keySet());
        String topic = topics.get(i / streets.size() % topics.size());
        return new Session(
                String.format(Locale.ROOT, "%d-%03d", on.getYear(), ofYear),
                street.name() + TOPICS.get(topic) + "培训",
                topic,
                FORMATS.get(i % FORMATS.size()),
                on,
                street.code(),
                station(street),
                trainer(i % TRAINERS),
                places(street, topic, on, size, i));
    }

    /** Who has had the topic least often comes first, those from the communities before the secretaries of branches. */
    private List<Place> places(Unit street, String topic, LocalDate on, int size, int i) {
        Random order = new Random(i);
        List<Post> all = new ArrayList<>();
        for (Map<String, List<Post>> some : List.of(workers, secretaries)) {
            List<Post> these = some.getOrDefault(street.code(), List.of()).stream()
                    .filter(post -> !post.from().isAfter(on))
                    .collect(Collectors.toCollection(ArrayList::new));
            Collections.shuffle(these, order);
            all.addAll(these);
        }
        List<String> chosen = all.stream()
                .map(post -> post.person().code())
                .distinct()
                .sorted(Comparator.comparing(person -> had.getOrDefault(List.of(topic, person), 0)))
                .limit(size)
                .toList();
        chosen.forEach(person -> had.merge(List.of(topic, person), 1, Integer::sum));
        return chosen.stream()
                .map(person -> new Place(person, Dice.of("score-" + i, person).between(56, 100)))
                .toList();
    }

    private static String station(Unit street) {
        return "GZZ" + street.code();
    }

    private static String trainer(int i) {
        return String.format(Locale.ROOT, "JS%03d", i + 1);
    }

    Stream<Object[]> programmes(String note) {
        return TOPICS.entrySet().stream()
                .map(topic -> row(
                        "PX-" + topic.getKey(),
                        topic.getValue() + "能力提升",
                        DISTRICT,
                        "理论培训与实战演练相结合",
                        REQUIRED,
                        PASS,
                        24,
                        note));
    }

    Stream<Object[]> studios(String note) {
        return Stream.concat(
                Stream.<Object[]>of(row(STUDIO, "胡静琴书记工作室", DISTRICT, "studio", null, note)),
                streets.stream()
                        .map(street -> row(
                                station(street),
                                "胡静琴书记工作室驻" + street.name() + "工作站",
                                street.code(),
                                "station",
                                STUDIO,
                                note)));
    }

    Stream<Object[]> trainers(String note) {
        return IntStream.range(0, TRAINERS).mapToObj(i -> {
            Dice dice = Dice.of("trainer", trainer(i));
            Unit street = streets.get(i % streets.size());
            return row(
                    trainer(i),
                    Names.person(dice, dice.inHundred(50)),
                    i % 3 == 0 ? DISTRICT : street.code(),
                    i % 3 == 0 ? "区委党校" : street.name(),
                    List.copyOf(TOPICS.values()).get(i % TOPICS.size()),
                    note);
        });
    }

    Stream<Object[]> sessions(String note) {
        return sessions.stream()
                .map(it -> row(
                        it.number(),
                        it.title(),
                        it.topic(),
                        it.format(),
                        it.on(),
                        "9:00—11:30",
                        "街道党群服务中心",
                        it.trainer(),
                        it.unit(),
                        "PX-" + it.topic(),
                        it.station(),
                        0,
                        "held",
                        note));
    }

    Stream<Object[]> attendances(String note) {
        return sessions.stream()
                .flatMap(
                        it -> it.places().stream().map(place -> row(it.number(), place.person(), place.score(), note)));
    }

    /** Of everybody who passed often enough. */
    Stream<Object[]> certificates() {
        List<Object[]> rows = new ArrayList<>();
        for (String topic : TOPICS.keySet()) {
            Map<String, Long> passed = sessions.stream()
                    .filter(session -> session.topic().equals(topic))
                    .flatMap(session -> session.places().stream())
                    .filter(place -> place.score() >= PASS)
                    .collect(Collectors.groupingBy(Place::person, TreeMap::new, Collectors.counting()));
            passed.forEach((person, times) -> {
                if (times >= REQUIRED) {
                    rows.add(row(
                            String.format(Locale.ROOT, "HP%06d", rows.size() + 1),
                            "PX-" + topic,
                            person,
                            CERTIFIED,
                            CERTIFIED.plusMonths(24)));
                }
            });
        }
        return rows.stream();
    }

    private static Object[] row(Object... values) {
        return values;
    }
}

package org.gridloom.training.internal;

import static org.gridloom.training.TrainingPermissions.READ;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridloom.organization.Post;
import org.gridloom.organization.PostFilter;
import org.gridloom.organization.Posts;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.sheet.SheetPages;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.training.CoverageFilter;
import org.gridloom.training.CoveredPerson;
import org.gridloom.training.TopicCoverage;
import org.gridloom.training.TrainingCoverage;
import org.gridloom.training.internal.store.AttendanceStore;
import org.gridloom.training.internal.store.AttendanceStore.Taught;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks at those who hold posts to be trained for, and at what they have had. */
@Component(service = {TrainingCoverage.class, DefaultTrainingCoverage.class})
public final class DefaultTrainingCoverage implements TrainingCoverage {

    private static final Comparator<CoveredPerson> LONGEST_AGO = Comparator.comparing(
                    CoveredPerson::last, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(CoveredPerson::person)
            .thenComparing(CoveredPerson::topic);

    private final Desk desk;
    private final Posts posts;
    private final TrainingRules rules;

    @Activate
    public DefaultTrainingCoverage(@Reference Desk desk, @Reference Posts posts, @Reference TrainingRules rules) {
        this.desk = desk;
        this.posts = posts;
        this.rules = rules;
    }

    @Override
    public List<TopicCoverage> report(String unit, LocalDate asOf) {
        Map<String, List<CoveredPerson>> byTopic = new LinkedHashMap<>();
        rules.months(desk.day(asOf)).keySet().forEach(topic -> byTopic.put(topic, new ArrayList<>()));
        read(new CoverageFilter(unit, null, null, null, asOf))
                .forEach(person -> byTopic.get(person.topic()).add(person));
        return byTopic.entrySet().stream()
                .map(topic -> coverage(topic.getKey(), topic.getValue()))
                .toList();
    }

    private static TopicCoverage coverage(String topic, List<CoveredPerson> people) {
        long covered = people.stream().filter(CoveredPerson::covered).count();
        return new TopicCoverage(topic, people.size(), covered, Scores.percent(covered, people.size()));
    }

    @Override
    public Page<CoveredPerson> people(CoverageFilter filter, PageQuery page) {
        List<CoveredPerson> found = read(filter).stream()
                .filter(person -> filter.covered() == null || filter.covered() == person.covered())
                .sorted(LONGEST_AGO)
                .toList();
        int from = Math.min(page.offset(), found.size());
        return Page.of(found.subList(from, Math.min(from + page.size(), found.size())), page, found.size());
    }

    /** Each person of the audience once for each topic. */
    List<CoveredPerson> read(CoverageFilter filter) {
        desk.scope(READ, filter.unit());
        LocalDate date = desk.day(filter.asOf());
        Map<String, Post> audience = audience(filter, date);
        Map<Taught, LocalDate> last =
                desk.transactions().read(tx -> new AttendanceStore(tx.em()).last(audience.keySet(), date));
        List<CoveredPerson> people = new ArrayList<>();
        rules.months(date).forEach((topic, months) -> {
            if (filter.topic() == null || filter.topic().equals(topic)) {
                audience.values().forEach(post -> {
                    LocalDate day = last.get(new Taught(post.person(), topic));
                    boolean covered = day != null && day.plusMonths(months).isAfter(date);
                    people.add(new CoveredPerson(
                            post.person(), post.personName(), post.kind(), post.unit(), topic, day, covered));
                });
            }
        });
        return people;
    }

    private Map<String, Post> audience(CoverageFilter filter, LocalDate date) {
        Map<String, Post> audience = new LinkedHashMap<>();
        for (String kind : rules.audience(date)) {
            if (filter.kind() == null || filter.kind().equals(kind)) {
                PostFilter held = new PostFilter(filter.unit(), null, kind, null, null, date, false);
                SheetPages.each(
                        new SheetQuery(Map.of(), null),
                        Posts.SORTABLE,
                        page -> posts.list(held, page),
                        post -> audience.putIfAbsent(post.person(), post));
            }
        }
        return audience;
    }
}

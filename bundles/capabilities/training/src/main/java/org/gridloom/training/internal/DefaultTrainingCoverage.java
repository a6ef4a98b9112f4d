package org.gridloom.training.internal;

import static org.gridloom.training.TrainingPermissions.READ;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridloom.organization.Post;
import org.gridloom.organization.PostFilter;
import org.gridloom.organization.Posts;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.sheet.SheetPages;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.tx.Sql;
import org.gridloom.platform.tx.Tx;
import org.gridloom.training.CoverageFilter;
import org.gridloom.training.CoveredPerson;
import org.gridloom.training.PostCoverage;
import org.gridloom.training.TopicCoverage;
import org.gridloom.training.TrainingCoverage;
import org.gridloom.training.internal.domain.Months;
import org.gridloom.training.internal.domain.Scores;
import org.gridloom.training.internal.store.CoverageStore;
import org.gridloom.training.internal.store.CoverageStore.Row;
import org.gridloom.training.internal.store.CoverageStore.Share;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks at those who hold posts to be trained for, and at what they have had. */
@Component(service = {TrainingCoverage.class, DefaultTrainingCoverage.class})
public final class DefaultTrainingCoverage implements TrainingCoverage {

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
        CoverageFilter filter = new CoverageFilter(unit, null, null, null, desk.day(asOf));
        Audience audience = audience(filter);
        Map<String, LocalDate> since = since(filter);
        Map<String, List<Share>> shares =
                desk
                        .transactions()
                        .read(tx -> store(tx, filter, audience, since).shares())
                        .stream()
                        .collect(Collectors.groupingBy(Share::topic));
        List<String> kinds = rules.audience(filter.asOf());
        return since.keySet().stream()
                .map(topic -> coverage(topic, kinds, shares.getOrDefault(topic, List.of())))
                .toList();
    }

    private static TopicCoverage coverage(String topic, List<String> kinds, List<Share> shares) {
        long all = shares.stream().mapToLong(Share::first).sum();
        long covered = shares.stream().mapToLong(Share::firstCovered).sum();
        Map<String, Share> byKind = shares.stream().collect(Collectors.toMap(Share::kind, share -> share));
        List<PostCoverage> posts = kinds.stream()
                .map(kind -> coverage(byKind.getOrDefault(kind, new Share(topic, kind, 0, 0, 0, 0))))
                .toList();
        return new TopicCoverage(topic, all, covered, Scores.percent(covered, all), posts);
    }

    private static PostCoverage coverage(Share share) {
        return new PostCoverage(
                share.kind(), share.all(), share.covered(), Scores.percent(share.covered(), share.all()));
    }

    @Override
    public Page<CoveredPerson> people(CoverageFilter asked, PageQuery page) {
        CoverageFilter filter =
                new CoverageFilter(asked.unit(), asked.topic(), asked.kind(), asked.covered(), desk.day(asked.asOf()));
        Audience audience = audience(filter);
        return desk.transactions()
                .read(tx -> store(tx, filter, audience, since(filter)).list(filter.covered(), page))
                .map(row -> person(row, audience.first(row.person())));
    }

    private static CoveredPerson person(Row row, Post post) {
        return new CoveredPerson(
                row.person(), post.personName(), post.kind(), post.unit(), row.topic(), row.last(), row.covered());
    }

    private static CoverageStore store(Tx tx, CoverageFilter filter, Audience audience, Map<String, LocalDate> since) {
        return new CoverageStore(Sql.of(tx), filter.asOf(), audience.holders(), since);
    }

    /** By topic, the first day from which on having had it is in time. */
    private Map<String, LocalDate> since(CoverageFilter filter) {
        Map<String, LocalDate> since = new LinkedHashMap<>();
        rules.months(filter.asOf()).forEach((topic, months) -> {
            if (filter.topic() == null || filter.topic().equals(topic)) {
                since.put(topic, Months.firstGood(months, filter.asOf()));
            }
        });
        return since;
    }

    private Audience audience(CoverageFilter filter) {
        desk.scope(READ, filter.unit());
        Audience audience = new Audience();
        for (String kind : rules.audience(filter.asOf())) {
            if (filter.kind() == null || filter.kind().equals(kind)) {
                PostFilter held = new PostFilter(filter.unit(), null, kind, null, null, filter.asOf(), false);
                SheetPages.each(
                        new SheetQuery(Map.of(), null), Posts.SORTABLE, page -> posts.list(held, page), audience::add);
            }
        }
        return audience;
    }
}

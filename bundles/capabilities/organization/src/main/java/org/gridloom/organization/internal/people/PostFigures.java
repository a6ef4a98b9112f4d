package org.gridloom.organization.internal.people;

import static org.gridloom.organization.PartyPermissions.PARTY_READ;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridloom.organization.internal.Desk;
import org.gridloom.organization.internal.SubunitCounts;
import org.gridloom.organization.internal.domain.Words;
import org.gridloom.organization.internal.store.PostQuery;
import org.gridloom.organization.internal.store.PostStore;
import org.gridloom.organization.internal.store.VocabularyStore;
import org.gridloom.platform.figure.Figure;
import org.gridloom.platform.figure.FigureComparison;
import org.gridloom.platform.figure.FigureDefinition;
import org.gridloom.platform.figure.FigureProvider;
import org.gridloom.platform.figure.FigureQuery;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counts posts that are held, all and by duty, in one query. */
@Component
public final class PostFigures implements FigureProvider {

    private static final String ALL = "organization.posts";

    /** Figures by the duty they count. */
    private static final Map<String, String> DUTIES = Map.of(
            "organization.posts.lead", "lead",
            "organization.posts.fullTime", "full-time",
            "organization.posts.partTime", "part-time");

    private static final Text UNIT = new Text("个", "posts");

    private final Desk desk;

    @Activate
    public PostFigures(@Reference Desk desk) {
        this.desk = desk;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<FigureDefinition> definitions() {
        return List.of(
                definition(ALL, "在任职务", "Posts held", "各类职务", "of any kind"),
                definition("organization.posts.lead", "在任负责人", "Leading posts held", "负责人职务", "with the duty to lead"),
                definition(
                        "organization.posts.fullTime",
                        "在任专职网格员",
                        "Full-time workers",
                        "专职网格员职务",
                        "of full-time workers"),
                definition(
                        "organization.posts.partTime",
                        "在任兼职、专属网格员",
                        "Part-time workers",
                        "兼职、专属网格员职务",
                        "of part-time workers"));
    }

    private static FigureDefinition definition(String code, String zh, String en, String whatZh, String whatEn) {
        return new FigureDefinition(
                code,
                new Text(zh, en),
                Text.of(
                        "截至该日,本单元及其下有人担任的%s数,一人多职分别计算",
                        "Posts %2$s that somebody holds on the date in the unit or below, each of a person's posts counted",
                        whatZh,
                        whatEn),
                UNIT,
                PARTY_READ);
    }

    @Override
    public List<Figure> figures(FigureQuery query) {
        return desk.transactions().read(tx -> {
            Words words = new VocabularyStore(tx.em()).words();
            Map<String, Long> counts = new PostStore(tx.em())
                    .countByKind(PostQuery.heldOn(query.asOf()).in(query.scope()));
            return figures(query, words, counts);
        });
    }

    @Override
    public List<Figure> compare(FigureComparison comparison) {
        return desk.transactions().read(tx -> {
            Words words = new VocabularyStore(tx.em()).words();
            PostQuery held = PostQuery.heldOn(comparison.asOf()).in(comparison.scope());
            return SubunitCounts.of(
                            comparison.subunits(),
                            new PostStore(tx.em())
                                    .countByKind(held, comparison.subunits().prefixLength()))
                    .entrySet()
                    .stream()
                    .flatMap(unit -> figures(comparison.of(unit.getKey()), words, unit.getValue()).stream())
                    .toList();
        });
    }

    private static List<Figure> figures(FigureQuery query, Words words, Map<String, Long> counts) {
        List<Figure> figures = new ArrayList<>();
        for (String code : query.codes()) {
            String duty = DUTIES.get(code);
            long value = counts.entrySet().stream()
                    .filter(count -> duty == null || words.kindsWithDuty(duty).contains(count.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            String drillDown = "organization/posts?unit=" + query.unit() + (duty == null ? "" : "&duty=" + duty)
                    + "&asOf=" + query.asOf();
            figures.add(new Figure(code, query.unit(), value, query.asOf(), null, drillDown));
        }
        return figures;
    }
}

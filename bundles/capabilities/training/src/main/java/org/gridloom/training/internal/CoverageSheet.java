package org.gridloom.training.internal;

import static org.gridloom.training.TrainingPermissions.READ;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetColumn.Kind;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetOutput;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.text.Text;
import org.gridloom.training.PostCoverage;
import org.gridloom.training.Term;
import org.gridloom.training.TopicCoverage;
import org.gridloom.training.Vocabulary;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Coverage of each topic by kind of post, to be passed on: a line for each two, and one for all posts together. */
@Component(service = Sheet.class)
public final class CoverageSheet implements Sheet {

    static final Text ALL = Text.of("合计", "All");

    private final Desk desk;
    private final DefaultTrainingCoverage coverage;
    private final TrainingRules rules;

    @Activate
    public CoverageSheet(
            @Reference Desk desk, @Reference DefaultTrainingCoverage coverage, @Reference TrainingRules rules) {
        this.desk = desk;
        this.coverage = coverage;
        this.rules = rules;
    }

    @Override
    public SheetDefinition definition() {
        return SheetDefinition.exported(
                "training.coverage",
                Text.of("培训覆盖情况", "Coverage of training"),
                READ,
                Set.of("unit", "asOf"),
                List.of(
                        SheetColumn.text("topic", Text.of("内容", "Topic")),
                        SheetColumn.text("kind", Text.of("职务", "Post")),
                        SheetColumn.whole("audience", Text.of("应训人数", "Audience")),
                        SheetColumn.whole("covered", Text.of("已覆盖人数", "Covered")),
                        SheetColumn.whole("gaps", Text.of("未覆盖人数", "Not covered")),
                        SheetColumn.of(Kind.DECIMAL, "percent", Text.of("覆盖率(%)", "Coverage (%)"))));
    }

    @Override
    public void export(SheetQuery query, SheetOutput out) {
        LocalDate asOf = desk.day(query.date("asOf"));
        Vocabulary words = rules.vocabulary(asOf);
        Map<String, Text> topics = names(words.topics());
        Map<String, Text> kinds = names(words.audience());
        for (TopicCoverage topic : coverage.report(query.text("unit"), asOf)) {
            Text name = topics.get(topic.topic());
            topic.posts().forEach(post -> row(out, name, kinds.get(post.kind()), post));
            row(out, name, ALL, new PostCoverage(null, topic.audience(), topic.covered(), topic.percent()));
        }
    }

    private static Map<String, Text> names(List<Term> terms) {
        return terms.stream().collect(Collectors.toMap(Term::code, Term::name));
    }

    private static void row(SheetOutput out, Text topic, Text kind, PostCoverage of) {
        out.row(topic, kind, of.audience(), of.covered(), of.audience() - of.covered(), of.percent());
    }
}

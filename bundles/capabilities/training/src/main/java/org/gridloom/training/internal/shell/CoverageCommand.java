package org.gridloom.training.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.text.Text;
import org.gridloom.training.TopicCoverage;
import org.gridloom.training.TrainingCoverage;

/** Coverage of training, of each topic by kind of post and of all posts together. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "training", name = "coverage", description = "培训覆盖情况 / Coverage of training")
public final class CoverageCommand extends GridloomCommand {

    private static final Text ALL = Text.of("合计", "all");

    @Argument(index = 0, name = "unit", description = "单元 / Unit", required = false)
    private String unit;

    @Option(name = "--as-of", description = "日期,缺省为今天 / Date; today if absent")
    private String asOf;

    @Reference
    private TrainingCoverage coverage;

    @Override
    protected void run() {
        ShellTable table = table(
                Text.of("内容", "Topic"),
                Text.of("职务", "Post"),
                Text.of("应训", "Audience"),
                Text.of("已训", "Covered"),
                Text.of("%", "%"));
        for (TopicCoverage topic : coverage.report(unit, Options.date("--as-of", asOf))) {
            topic.posts()
                    .forEach(post ->
                            table.row(topic.topic(), post.kind(), post.audience(), post.covered(), post.percent()));
            table.row(topic.topic(), ALL, topic.audience(), topic.covered(), topic.percent());
        }
        table.print(out());
    }
}

package org.gridloom.organization.internal.shell;

import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.Post;
import org.gridloom.organization.PostFilter;
import org.gridloom.organization.Posts;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.PagedCommand;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.text.Text;

/** Posts. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "posts", description = "任职列表 / Posts that are held")
public final class PostListCommand extends PagedCommand {

    @Option(name = "--unit", description = "单元及其下 / In the unit and below")
    private String unit;

    @Option(name = "--at", description = "任职单位编码 / Code of the organisation, unit or body")
    private String at;

    @Option(name = "--kind", description = "职务 / Kind")
    @Completion(PostKindCompleter.class)
    private String kind;

    @Option(name = "--duty", description = "职责 / Duty: lead, full-time, part-time, member")
    private String duty;

    @Option(name = "--person", description = "人员编号 / Code of the person")
    @Completion(PersonCodeCompleter.class)
    private String person;

    @Option(name = "--as-of", description = "日期,缺省为今天 / Date; today if absent")
    private String asOf;

    @Option(name = "--history", description = "包括历任 / Terms of all times")
    private boolean history;

    @Reference
    private Posts posts;

    @Override
    protected void run() {
        Page<Post> part = posts.list(
                new PostFilter(unit, at, kind, duty, person, Options.date("--as-of", asOf), history),
                pageQuery(Set.copyOf(Posts.SORTABLE)));
        ShellTable table = table(
                Text.of("编号", "Id"),
                Text.of("人员", "Person"),
                Text.of("姓名", "Name"),
                Text.of("职务", "Kind"),
                Text.of("任职单位", "At"),
                Text.of("单元", "Unit"),
                Text.of("起始", "From"),
                Text.of("终止", "To"),
                Text.of("交叉任职", "Cross"),
                Text.of("代表", "Represents"));
        for (Post post : part.items()) {
            table.row(
                    post.id(),
                    post.person(),
                    post.personName(),
                    post.kind(),
                    post.at(),
                    post.unit(),
                    post.validFrom(),
                    post.validTo(),
                    post.crossAppointment(),
                    post.represents());
        }
        print(table, part);
    }
}

package org.gridloom.organization.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridloom.organization.PartyImport;
import org.gridloom.organization.PartyPermissions;
import org.gridloom.organization.Person;
import org.gridloom.organization.Post;
import org.gridloom.organization.PostFilter;
import org.gridloom.organization.Posts;
import org.gridloom.organization.internal.people.PersonVault;
import org.gridloom.organization.internal.store.PersonStore;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.sheet.ImportProgress;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetColumn.Choice;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetOutput;
import org.gridloom.platform.sheet.SheetPages;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.sheet.SheetRow;
import org.gridloom.platform.sheet.SheetRows;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.UnitScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The list of people with their posts, a row for each post. */
@Component(service = {Sheet.class, PostSheet.class})
public final class PostSheet implements Sheet {

    private static final List<Choice> SEXES =
            List.of(new Choice("male", Text.of("男", "male")), new Choice("female", Text.of("女", "female")));

    private final Desk desk;
    private final SheetWork work;
    private final Posts posts;
    private final PersonVault vault;

    @Activate
    public PostSheet(@Reference Desk desk, @Reference Posts posts, @Reference PersonVault vault) {
        this.desk = desk;
        this.work = new SheetWork(desk);
        this.posts = posts;
        this.vault = vault;
    }

    @Override
    public SheetDefinition definition() {
        return new SheetDefinition(
                "organization.posts",
                Text.of("人员及任职", "People and posts"),
                PartyPermissions.POST_APPOINT,
                PartyPermissions.PARTY_READ,
                Set.of("unit", "at", "kind", "duty", "person", "asOf"),
                PartyImport.MAX_ROWS,
                List.of(
                        SheetColumn.code("person", Text.of("人员编号", "Person"))
                                .needed()
                                .aka("编号", "工号")
                                .as("R0001"),
                        SheetColumn.text("name", Text.of("姓名", "Name")).needed().as("示例"),
                        SheetColumn.code("unit", Text.of("所属单元编码", "Unit"))
                                .needed()
                                .as("210102001001"),
                        SheetColumn.choice("sex", Text.of("性别", "Sex"), SEXES),
                        SheetColumn.whole("birthYear", Text.of("出生年", "Year of birth"))
                                .aka("出生年份")
                                .as("1985"),
                        SheetColumn.text("politicalStatus", Text.of("政治面貌", "Political status")),
                        SheetColumn.code("phone", Text.of("联系电话", "Telephone"))
                                .aka("手机号", "手机号码", "电话")
                                .upTo(40)
                                .explained(Text.of(
                                        "加密保存;导出时已脱敏,脱敏的号码导入后保持原值",
                                        "Kept encrypted; masked in exports, and a masked number leaves what is there")),
                        SheetColumn.code("idNumber", Text.of("身份证号", "Identity number"))
                                .aka("身份证号码", "公民身份号码")
                                .upTo(40)
                                .explained(Text.of(
                                        "加密保存;导出时已脱敏,脱敏的号码导入后保持原值",
                                        "Kept encrypted; masked in exports, and a masked number leaves what is there")),
                        SheetColumn.text("kind", Text.of("职务", "Post"))
                                .offering(VocabularyChoices.postKinds(work.words()))
                                .explained(Text.of("只登记人员时留空", "Empty for a person without a post")),
                        SheetColumn.code("at", Text.of("任职单位编码", "At"))
                                .explained(Text.of("组织、单元或机制的编码", "Code of an organisation, unit or body")),
                        SheetColumn.date("validFrom", Text.of("任职日期", "Since"))
                                .aka("任职时间", "到岗时间")
                                .as("2026-01-01"),
                        SheetColumn.date("validTo", Text.of("届满日期", "Until")).aka("卸任日期"),
                        SheetColumn.code("crossAppointment", Text.of("交叉任职单位编码", "Cross appointment")),
                        SheetColumn.code("represents", Text.of("代表单位编码", "Represents")),
                        SheetColumn.text("note", Text.of("备注", "Note"))));
    }

    @Override
    public ImportReport load(SheetRows rows, boolean dryRun, Progress progress) {
        desk.access().require(PartyPermissions.PERSON_EDIT);
        desk.access().require(PartyPermissions.POST_APPOINT);
        List<SheetRow> all = SheetWork.all(rows);
        ImportProgress watched = new ImportProgress(progress);
        return work.in(dryRun, tx -> new PostImport(desk, vault, tx, rows, watched).run(all, dryRun));
    }

    /** With what is known of each person where the caller may read it. */
    @Override
    public void export(SheetQuery query, SheetOutput out) {
        desk.access().require(PartyPermissions.PERSON_READ);
        UnitScope readable = desk.access().scope(PartyPermissions.PERSON_READ);
        PostFilter filter = new PostFilter(
                query.text("unit"),
                query.text("at"),
                query.text("kind"),
                query.text("duty"),
                query.text("person"),
                query.date("asOf"),
                false);
        SheetPages.each(query, Posts.SORTABLE, page -> withPeople(filter, page), row -> {
            Person person =
                    row.person() != null && readable.contains(row.person().unit()) ? row.person() : null;
            write(row.post(), person, out);
        });
    }

    private record Row(Post post, Person person) {}

    private Page<Row> withPeople(PostFilter filter, PageQuery page) {
        Page<Post> part = posts.list(filter, page);
        Set<String> codes = part.items().stream().map(Post::person).collect(Collectors.toSet());
        Map<String, Person> people = desk
                .transactions()
                .read(tx -> vault.masked(
                        List.copyOf(new PersonStore(tx.em()).find(codes).values())))
                .stream()
                .collect(Collectors.toMap(Person::code, person -> person));
        return part.map(post -> new Row(post, people.get(post.person())));
    }

    private static void write(Post post, Person person, SheetOutput out) {
        out.row(
                post.person(),
                post.personName(),
                person == null ? null : person.unit(),
                person == null ? null : person.sex(),
                person == null ? null : person.birthYear(),
                person == null ? null : person.politicalStatus(),
                person == null ? null : person.phone(),
                person == null ? null : person.idNumber(),
                post.kind(),
                post.at(),
                post.validFrom(),
                post.validTo(),
                post.crossAppointment(),
                post.represents(),
                post.note());
    }
}

package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gridloom.organization.OutsideOrganizationFilter;
import org.gridloom.organization.PartyOrganization;
import org.gridloom.organization.PartyOrganizationFilter;
import org.gridloom.organization.PartyPermissions;
import org.gridloom.organization.PersonFilter;
import org.gridloom.organization.Post;
import org.gridloom.organization.PostFilter;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.testkit.RecordedEvent;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PartyImportTest {

    private static final String PARTY_HEADER = "code,name,level,type,parent,seat,covers,validFrom,note\n";
    private static final String PARTY = PARTY_HEADER
            + "ZB1,第一支部,branch,joint-branch,SQ1,210102001001001,210102001001001;210102001001002,2021-07-01,演示\n"
            + "SQ1,第一社区,community,party-committee,JD1,210102001001,,2021-07-01,\n"
            + "JD1,第一街道,street,working-committee,QW,210102001,,2021-07-01,\n"
            + "QW,区委,committee,district-committee,,210102,,2021-07-01,\n";
    private static final String OUTSIDE = "code,name,type,seat,covers,validFrom\n"
            + "WY1,幸福里物业,property-company,210102001001,210102001001001,2021-07-01\n";
    private static final String POSTS_HEADER =
            "person,name,sex,birthYear,politicalStatus,unit,kind,at,validFrom,validTo,crossAppointment,represents,note\n";
    private static final String POSTS = POSTS_HEADER
            + "R1,王淑兰,女,1970,中共党员,210102001001,branch-secretary,ZB1,2021-07-01,,,,演示\n"
            + "R1,王淑兰,女,1970,中共党员,210102001001,网格长,210102001001001,2021-07-01,,,,演示\n"
            + "R2,李国强,male,1980,群众,210102001001,full-time-worker,210102001001001,2021-07-01,2031-07-01,WY1,,\n"
            + "R3,赵敏,,,,210102001,part-time-member,SQ1,2021-07-01,,,WY1,\n"
            + "R4,孙立,,,,210102001,,,,,,,\n";

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.organization", "org.gridloom.platform.states");

    private PartyDesk desk;
    private DefaultPartyImport imports;

    @BeforeEach
    void aTerritory() {
        desk = new PartyDesk(database);
        imports = desk.imports();
    }

    @Test
    void aListIsImportedInAnyOrderAndASecondTimeChangesNothing() throws IOException {
        assertThat(party(PARTY, false)).isEqualTo(new ImportReport(false, 4, 4, 0, 0, List.of()));
        assertThat(desk.party.get("ZB1", null).covers()).containsExactly("210102001001001", "210102001001002");
        assertThat(desk.party.get("ZB1", null).note()).isEqualTo("演示");
        int events = database.events().size();
        int entries = database.audit().size();

        assertThat(party(PARTY, false)).isEqualTo(new ImportReport(false, 4, 0, 0, 4, List.of()));
        assertThat(database.events()).hasSize(events);
        assertThat(database.audit()).hasSize(entries);
        assertThat(database.events().stream().map(RecordedEvent::name).filter("organization.party.founded"::equals))
                .hasSize(4);
    }

    @Test
    void chineseHeadersAndGb18030AreReadAsWell() throws IOException {
        String chinese = "编码,名称,层级,类型,上级编码,所在单元编码,起始日期\nQW,区委,committee,district-committee,,210102,2021.7.1\n";

        ImportReport report = imports.partyOrganizations(
                new ByteArrayInputStream(chinese.getBytes(Charset.forName("GB18030"))), false, Progress.NONE);

        assertThat(report.created()).isOne();
        assertThat(desk.party.get("QW", null).name()).isEqualTo("区委");
    }

    @Test
    void aDryRunWritesNothing() throws IOException {
        assertThat(party(PARTY, true)).isEqualTo(new ImportReport(true, 4, 4, 0, 0, List.of()));
        assertThat(organizations()).isEmpty();
    }

    @Test
    void aRowThatDiffersChangesTheOrganisationFromItsDay() throws IOException {
        party(PARTY, false);

        ImportReport report = party(
                PARTY_HEADER + "ZB1,新一支部,branch,joint-branch,SQ1,210102001001001,210102001001001,2026-01-01,\n", false);

        assertThat(report.updated()).isOne();
        assertThat(desk.party.get("ZB1", LocalDate.of(2025, 12, 31)).name()).isEqualTo("第一支部");
        assertThat(desk.party.get("ZB1", LocalDate.of(2026, 1, 1)).name()).isEqualTo("新一支部");
    }

    @Test
    void everyFaultIsNamedByRowAndColumnAndNothingIsWritten() throws IOException {
        String faulty = PARTY_HEADER
                + ",无编码,street,working-committee,QW,210102001,,2021-07-01,\n"
                + "A 1,坏编码,street,working-committee,QW,210102001,,2021-07-01,\n"
                + "A2,,street,working-committee,QW,210102001,,2021-07-01,\n"
                + "A3,坏层级,cell,working-committee,QW,210102001,,2021-07-01,\n"
                + "A4,坏类型,street,group,QW,210102001,,2021-07-01,\n"
                + "A5,无上级,street,working-committee,,210102001,,2021-07-01,\n"
                + "A6,上级不存在,street,working-committee,NO,210102001,,2021-07-01,\n"
                + "A7,上级同级,street,working-committee,OK,210102001,,2021-07-01,\n"
                + "A8,单元不存在,street,working-committee,QW,210102999,,2021-07-01,\n"
                + "A9,覆盖不存在,community,party-committee,OK,210102001001,210102001001;210102001999,2021-07-01,\n"
                + "A10,覆盖过多,street,working-committee,QW,210102001,210102001;210102002,2021-07-01,\n"
                + "A11,坏日期,street,working-committee,QW,210102001,,2021-02-30,\n"
                + "A12,无日期,street,working-committee,QW,210102001,,,\n"
                + "A13,早于上级,street,working-committee,QW,210102001,,2019-07-01,\n"
                + "OK,第一街道,street,working-committee,QW,210102001,,2021-07-01,\n"
                + "OK,重复,street,working-committee,QW,210102001,,2021-07-01,\n"
                + "QW,区委,committee,district-committee,,210102,,2021-07-01,\n"
                + "A14,列数不对\n";

        ImportReport report = party(faulty, true);

        assertThat(report.violations())
                .extracting(violation -> violation.row() + " " + violation.field())
                .containsExactlyInAnyOrder(
                        "2 code",
                        "3 code",
                        "4 name",
                        "5 level",
                        "6 type",
                        "7 parent",
                        "8 parent",
                        "9 parent",
                        "10 seat",
                        "11 covers",
                        "12 covers",
                        "13 validFrom",
                        "14 validFrom",
                        "15 parent",
                        "15 seat",
                        "17 code",
                        "19 file");
        assertThat(party(faulty, false).accepted()).isFalse();
        assertThat(organizations()).isEmpty();
    }

    @Test
    void columnsThatAreMissingOrUnknownAreNamed() throws IOException {
        assertThat(party("code,title\nA,B\n", true).violations())
                .extracting(Violation::field)
                .contains("title", "name", "level", "type", "parent", "seat", "validFrom");
        assertThat(party("", true).violations()).extracting(Violation::field).containsExactly("file");
    }

    @Test
    void rowsOutsideTheCallersScopeAreFaults() throws IOException {
        party(PARTY, false);
        UnitScope scope = UnitScope.of(List.of(CodeRange.subtree("210102002")));
        database.access().signIn("second", Map.of(PartyPermissions.PARTY_EDIT, scope));

        ImportReport report = party(PARTY_HEADER + "ZB9,别家支部,branch,branch,SQ1,210102001001001,,2021-07-01,\n", false);

        assertThat(report.violations()).extracting(Violation::field).containsExactlyInAnyOrder("seat", "parent");
    }

    @Test
    void peopleAndPostsAreImportedAndASecondTimeChangesNothing() throws IOException {
        party(PARTY, false);
        imports.outsideOrganizations(in(OUTSIDE), false, Progress.NONE);

        assertThat(posts(POSTS, false)).isEqualTo(new ImportReport(false, 5, 8, 0, 0, List.of()));
        Post cross = held("full-time-worker").get(0);
        assertThat(cross.personName()).isEqualTo("李国强");
        assertThat(cross.crossAppointment()).isEqualTo("WY1");
        assertThat(cross.validTo()).isEqualTo(LocalDate.of(2031, 7, 1));
        assertThat(held("part-time-member").get(0).represents()).isEqualTo("WY1");
        assertThat(held("grid-head").get(0).person()).isEqualTo("R1");
        assertThat(desk.people
                        .list(new PersonFilter(null, "孙", null), PageQuery.first())
                        .total())
                .isOne();
        int events = database.events().size();

        assertThat(posts(POSTS, false)).isEqualTo(new ImportReport(false, 5, 0, 0, 8, List.of()));
        assertThat(imports.outsideOrganizations(in(OUTSIDE), false, Progress.NONE)
                        .unchanged())
                .isOne();
        assertThat(database.events()).hasSize(events);
        assertThat(desk.outside
                        .list(
                                new OutsideOrganizationFilter(null, null, "210102001001001", null, null),
                                PageQuery.first())
                        .total())
                .isOne();
    }

    @Test
    void aListThatShortensTermsEndsThemAsTheServiceDoes() throws IOException {
        party(PARTY, false);
        imports.outsideOrganizations(in(OUTSIDE), false, Progress.NONE);
        posts(POSTS, false);
        int before = database.events().size();

        ImportReport report = posts(
                POSTS_HEADER
                        + "R1,王淑兰,,,,210102001001,branch-secretary,ZB1,2021-07-01,2026-05-01,,,\n"
                        + "R1,王淑兰,,,,210102001001,grid-head,210102001001001,2021-07-01,2026-06-01,,,\n"
                        + "R2,李国强,,,,210102001001,full-time-worker,210102001001001,2021-07-01,2032-07-01,,,\n",
                false);

        assertThat(report.violations()).isEmpty();

        List<RecordedEvent> events =
                database.events().subList(before, database.events().size());
        assertThat(events)
                .extracting(RecordedEvent::name)
                .containsExactlyInAnyOrder(
                        "organization.post.ended",
                        "organization.post.ended",
                        "organization.post.changed",
                        "organization.person.left");
        assertThat(events.get(events.size() - 1).payload())
                .containsEntry("person", "R1")
                .containsEntry("on", "2026-06-01");
    }

    @Test
    void aListThatShortensOneOfTwoTermsDoesNotSayThatThePersonLeft() throws IOException {
        party(PARTY, false);
        imports.outsideOrganizations(in(OUTSIDE), false, Progress.NONE);
        posts(POSTS, false);
        int before = database.events().size();

        posts(POSTS_HEADER + "R1,王淑兰,,,,210102001001,branch-secretary,ZB1,2021-07-01,2026-05-01,WY1,,\n", false);

        assertThat(database.events().subList(before, database.events().size()))
                .extracting(RecordedEvent::name)
                .containsExactly("organization.post.changed", "organization.post.ended");
    }

    @Test
    void faultsOfPostsAreNamedByRowAndColumn() throws IOException {
        party(PARTY, false);
        imports.outsideOrganizations(in(OUTSIDE), false, Progress.NONE);
        String faulty = POSTS_HEADER
                + ",无编号,,,,210102001001,,,,,,,\n"
                + "R1,,,,,210102001001,,,,,,,\n"
                + "R2,坏性别,x,,,210102001001,,,,,,,\n"
                + "R3,坏年份,,很早,,210102001001,,,,,,,\n"
                + "R4,坏单元,,,,210102999,,,,,,,\n"
                + "R5,坏职务,,,,210102001001,king,ZB1,2021-07-01,,,,\n"
                + "R6,坏地点,,,,210102001001,branch-secretary,SQ1,2021-07-01,,,,\n"
                + "R7,无处,,,,210102001001,branch-secretary,NO,2021-07-01,,,,\n"
                + "R8,无日期,,,,210102001001,branch-secretary,ZB1,,,,,\n"
                + "R9,倒期,,,,210102001001,committee-member,ZB1,2021-07-01,2020-07-01,,,\n"
                + "R10,无代表,,,,210102001001,part-time-member,ZB1,2021-07-01,,,,\n"
                + "R11,错代表,,,,210102001001,part-time-member,ZB1,2021-07-01,,,NO,\n"
                + "R12,书记一,,,,210102001001,branch-secretary,ZB1,2021-07-01,,,,\n"
                + "R13,书记二,,,,210102001001,branch-secretary,ZB1,2022-07-01,,,,\n"
                + "R12,书记改,,,,210102001001,committee-member,ZB1,2021-07-01,,,,\n"
                + "R12,书记一,,,,210102001001,branch-secretary,ZB1,2021-07-01,,,,\n";

        ImportReport report = posts(faulty, false);

        assertThat(report.violations())
                .extracting(violation -> violation.row() + " " + violation.field())
                .containsExactlyInAnyOrder(
                        "2 person",
                        "3 name",
                        "4 sex",
                        "5 birthYear",
                        "6 unit",
                        "7 kind",
                        "8 at",
                        "9 at",
                        "10 validFrom",
                        "11 validTo",
                        "12 represents",
                        "13 represents",
                        "15 kind",
                        "16 name",
                        "17 kind");
        assertThat(desk.people
                        .list(new PersonFilter(null, null, null), PageQuery.first())
                        .total())
                .isZero();
    }

    @Test
    void aCancelledImportLeavesNothing() {
        assertThatThrownBy(() -> imports.partyOrganizations(in(PARTY), false, (done, total) -> false))
                .isInstanceOf(Problem.class);
        assertThat(organizations()).isEmpty();
    }

    private List<Post> held(String kind) {
        return desk.posts
                .list(new PostFilter(null, null, kind, null, null, null, false), PageQuery.first())
                .items();
    }

    private List<PartyOrganization> organizations() {
        return desk.party
                .list(new PartyOrganizationFilter(null, null, null, null, null, null), PageQuery.first())
                .items();
    }

    private ImportReport party(String csv, boolean dryRun) throws IOException {
        return imports.partyOrganizations(in(csv), dryRun, Progress.NONE);
    }

    private ImportReport posts(String csv, boolean dryRun) throws IOException {
        return imports.posts(in(csv), dryRun, Progress.NONE);
    }

    private static InputStream in(String csv) {
        return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }
}

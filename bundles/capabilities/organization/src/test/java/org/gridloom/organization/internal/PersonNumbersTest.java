package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gridloom.organization.Person;
import org.gridloom.organization.PersonDraft;
import org.gridloom.organization.PersonFilter;
import org.gridloom.organization.PersonSearch;
import org.gridloom.organization.PersonalDatum;
import org.gridloom.organization.internal.people.PersonFields;
import org.gridloom.organization.internal.people.PersonTexts;
import org.gridloom.platform.privacy.EndedMatter;
import org.gridloom.platform.privacy.HeldDatum;
import org.gridloom.platform.privacy.PersonalField;
import org.gridloom.platform.privacy.ProtectedValue;
import org.gridloom.platform.privacy.Vault;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.SheetFormat;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Telephone and identity numbers of people. */
class PersonNumbersTest {

    private static final String PHONE = "13812345678";
    private static final String ID = "11010519491231002X";
    private static final String MASKED_PHONE = "138****5678";
    private static final String MASKED_ID = "1101**********002X";

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.organization", "org.gridloom.platform.states");

    private PartyDesk desk;

    @BeforeEach
    void openTheDesk() {
        desk = new PartyDesk(database).withParty();
    }

    @Test
    void numbersAreShownMaskedEverywhereAndLieNowhereInClear() throws SQLException {
        Person made = desk.people.create(draft("R1", PHONE, "11010519491231002x"));

        assertThat(made.phone()).isEqualTo(MASKED_PHONE);
        assertThat(made.idNumber()).isEqualTo(MASKED_ID);
        assertThat(desk.people.get("R1")).isEqualTo(made);
        assertThat(desk.people
                        .list(new PersonFilter(null, null, null), PageQuery.first())
                        .items())
                .containsExactly(made);
        assertThat(made.toString()).doesNotContain("兰", "138");
        try (Connection connection = database.dataSource().getConnection();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery(
                                "select phone, phone_index, id_number, id_number_index from organization_person")) {
            assertThat(row.next()).isTrue();
            for (int column = 1; column <= 4; column++) {
                assertThat(row.getString(column)).isNotBlank().doesNotContain(PHONE, ID);
            }
        }
        assertThat(database.audit().toString() + database.events()).doesNotContain(PHONE, ID, "138****", "兰");
        assertThat(database.audit())
                .anySatisfy(
                        entry -> assertThat((String) entry.after().get("phone")).startsWith("v1."));
        assertThat(database.events()).noneMatch(event -> event.payload().containsKey("phone"));
    }

    @Test
    void whatIsGivenBackAsItWasShownStays() {
        Person made = desk.people.create(draft("R1", PHONE, ID));
        String kept = kept("R1");

        Person after = desk.people.change("R1", draft("R1", made.phone(), made.idNumber()), made.version());
        assertThat(kept("R1")).isEqualTo(kept);
        assertThat(reveal("R1", PersonalDatum.PHONE)).isEqualTo(PHONE);
        after = desk.people.change("R1", draft("R1", "138-1234-5678", ID), after.version());
        assertThat(kept("R1")).isEqualTo(kept);

        after = desk.people.change("R1", draft("R1", "13900001111", null), after.version());
        assertThat(after.phone()).isEqualTo("139****1111");
        assertThat(after.idNumber()).isNull();
        assertThat(desk.people.search(new PersonSearch(null, PHONE, null))).isEmpty();
        assertThat(desk.people.search(new PersonSearch(null, "139 0000 1111", null)))
                .containsExactly(after);
        refused(Problem.Kind.NOT_FOUND, () -> reveal("R1", PersonalDatum.ID_NUMBER));
    }

    @Test
    void aNumberThatIsNoneIsRefusedByField() {
        assertThatThrownBy(() -> desk.people.create(draft("R1", MASKED_PHONE, "110105194912310021")))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.violations())
                                .extracting(violation -> violation.field())
                                .containsExactly("phone", "idNumber"));
    }

    @Test
    void nobodyIsRegisteredTwiceByIdentityNumber() {
        desk.people.create(draft("R1", PHONE, ID));
        desk.people.create(draft("R2", PHONE, null));
        refused(Problem.Kind.CONFLICT, () -> desk.people.create(draft("R3", null, ID)));
        refused(Problem.Kind.CONFLICT, () -> desk.people.change("R2", draft("R2", PHONE, ID), 1));
        assertThat(desk.people.search(new PersonSearch(PartyDesk.DISTRICT, PHONE, null)))
                .extracting(Person::code)
                .containsExactly("R1", "R2");
        assertThat(desk.people.search(new PersonSearch(null, null, ID)))
                .extracting(Person::code)
                .containsExactly("R1");
        refused(Problem.Kind.INVALID, () -> desk.people.search(new PersonSearch(null, " ", null)));
    }

    @Test
    void aNumberIsReadWithPermissionInThePersonsUnit() {
        desk.people.create(draft("R1", PHONE, ID));
        assertThat(reveal("R1", PersonalDatum.ID_NUMBER)).isEqualTo(ID);
        UnitScope other = desk.territory.directory.scope("210102002", PartyDesk.START);
        database.access().signIn("other", Map.of(Vault.REVEAL, other));
        refused(Problem.Kind.FORBIDDEN, () -> reveal("R1", PersonalDatum.PHONE));
    }

    @Test
    void aListBringsNumbersInAndMaskedOnesLeaveWhatIsThere() throws IOException {
        assertThat(load("R1,王淑兰,210102001001,138 1234 5678,110105 19491231002x\n")
                        .created())
                .isEqualTo(1);
        assertThat(load("R1,王淑兰,210102001001," + PHONE + "," + ID + "\n").unchanged())
                .isEqualTo(1);
        assertThat(load("R1,王淑兰,210102001001," + MASKED_PHONE + ",\n").unchanged())
                .isEqualTo(1);
        ImportReport changed = load("R1,王淑兰,210102001001,13900001111,\n");
        assertThat(changed.updated()).isEqualTo(1);
        assertThat(reveal("R1", PersonalDatum.PHONE)).isEqualTo("13900001111");
        assertThat(reveal("R1", PersonalDatum.ID_NUMBER)).isEqualTo(ID);

        ImportReport faulty =
                load("R2,李一,210102001001,138****9999,\nR3,李二,210102001001,," + ID + "\nR4,李三,210102001001,,123\n");
        assertThat(faulty.accepted()).isFalse();
        assertThat(faulty.violations()).extracting(violation -> violation.row()).containsExactly(2, 3, 4);
        assertThat(faulty.violations().toString()).doesNotContain(ID, "9999", "123");
        assertThat(desk.people
                        .list(new PersonFilter(null, null, null), PageQuery.first())
                        .total())
                .isEqualTo(1);
    }

    @Test
    void anExportHoldsNumbersMasked() throws IOException {
        desk.people.create(draft("R1", PHONE, ID));
        desk.appoint("R1", "branch-secretary", "ZB", PartyDesk.START, null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        desk.territory
                .sheets()
                .export(
                        new PostSheet(desk.desk, desk.posts, desk.numbers),
                        new SheetQuery(Map.of(), null),
                        SheetFormat.CSV,
                        Locale.CHINESE,
                        out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(MASKED_PHONE, MASKED_ID)
                .doesNotContain(PHONE, ID);
    }

    @Test
    void theListOfPeopleIsExportedMaskedByItsFilters() throws IOException {
        desk.people.create(draft("R1", PHONE, ID));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String account : new String[] {"", "nobody"}) {
            desk.territory
                    .sheets()
                    .export(
                            new PersonSheet(desk.people),
                            new SheetQuery(account.isEmpty() ? Map.of() : Map.of("account", account), "-name"),
                            SheetFormat.CSV,
                            Locale.CHINESE,
                            out);
        }
        String exported = out.toString(StandardCharsets.UTF_8);
        assertThat(exported).contains(MASKED_PHONE, MASKED_ID).doesNotContain(PHONE, ID);
        assertThat(exported.split("R1,", -1)).hasSize(2);
    }

    @Test
    void whoIsErasedLeavesACodeOnly() {
        Person made = desk.people.create(draft("R1", PHONE, ID));
        var post = desk.appoint("R1", "branch-secretary", "ZB", PartyDesk.START, null);
        assertThat(desk.subjects.held("person/R1"))
                .extracting(HeldDatum::field)
                .contains("organization.person.phone", "organization.person.idNumber");
        refused(Problem.Kind.CONFLICT, () -> desk.subjects.erase("person/R1"));
        LocalDate today = LocalDate.now(database.clock());
        desk.posts.end(post.id(), new org.gridloom.organization.PostEnding(today, "退休"), post.version());

        desk.subjects.erase("person/R1");
        desk.vault.erase("person/R1");

        assertThat(database.holding("王淑兰")).isEmpty();
        Person after = desk.people.get("R1");
        assertThat(after.name()).doesNotContain("王");
        assertThat(after.erased()).isTrue();
        assertThat(after.phone()).isNull();
        assertThat(desk.people.search(new PersonSearch(null, PHONE, null))).isEmpty();
        refused(Problem.Kind.GONE, () -> desk.people.change("R1", draft("R1", null, null), after.version()));
        refused(Problem.Kind.GONE, () -> reveal("R1", PersonalDatum.PHONE));
        assertThat(desk.people.create(draft("R5", PHONE, ID)).erased()).isFalse();
        assertThat(made.erased()).isFalse();
        assertThat(database.holding("王淑兰")).containsExactly("organization_person.name");
        assertThat(desk.people.get("R5").name()).isEqualTo("王淑兰");
    }

    @Test
    void whatIsHeldNamesEachDeclaredFieldAndThePosts() {
        desk.people.create(full("R1", "中共党员", "联络人"));
        desk.appoint("R1", "branch-secretary", "ZB", PartyDesk.START, null);
        desk.appoint("R1", "committee-member", "ZB", PartyDesk.START, PartyDesk.START.plusYears(1));

        List<HeldDatum> held = desk.subjects.held("person/R1");

        assertThat(held)
                .extracting(HeldDatum::field)
                .containsAll(new PersonFields()
                        .fields().stream().map(PersonalField::code).toList());
        assertThat(held)
                .filteredOn(datum -> "organization.person.posts".equals(datum.field()))
                .extracting(HeldDatum::value)
                .containsExactlyInAnyOrder("ZB; 2021-07-01 –", "ZB; 2021-07-01 – 2022-07-01");
        assertThat(desk.subjects.alsoKnownAs("R1")).containsExactly("account/wangsl");
    }

    @Test
    void statusAndRemarkAreKeptEncryptedAndSoIsWhatTheTrailSaysOfAChange() {
        Person made = desk.people.create(full("R1", "中共党员", "听力不便，请当面谈"));
        assertThat(made.politicalStatus()).isEqualTo("****");
        assertThat(made.note()).isEqualTo("****");
        assertThat(reveal("R1", PersonalDatum.NOTE)).isEqualTo("听力不便，请当面谈");
        for (String clear : List.of("中共党员", "听力不便")) {
            assertThat(database.holding(clear)).isEmpty();
        }

        Person after = desk.people.change("R1", full("R1", "****", "听力不便，请当面谈"), made.version());
        assertThat(lastEntry().after()).isEmpty();
        assertThat(reveal("R1", PersonalDatum.POLITICAL_STATUS)).isEqualTo("中共党员");

        PersonDraft renamed =
                new PersonDraft(null, "王淑芬", "female", 1971, "群众", PartyDesk.COMMUNITY, "wangsl", null, PHONE, ID);
        desk.people.change("R1", renamed, after.version());
        assertThat(lastEntry().before()).containsOnlyKeys("name", "birthYear", "politicalStatus", "note");
        assertThat(lastEntry().after())
                .containsOnlyKeys("name", "birthYear", "politicalStatus", "note")
                .containsEntry("note", null);
        assertThat(lastEntry().before().values())
                .allSatisfy(kept -> assertThat((String) kept).startsWith("v1."));
        assertThat((String) lastEntry().after().get("birthYear")).startsWith("v1.");
        assertThat(lastEntry().toString()).doesNotContain("淑", "群众", "党员", "听力");
        ProtectedValue former = new ProtectedValue("person/R1", "organization.person.name", (String)
                lastEntry().before().get("name"));
        assertThat(desk.vault.reveal(former, PartyDesk.COMMUNITY, "核对")).isEqualTo("王淑兰");
        refused(Problem.Kind.INVALID, () -> desk.people.create(full("R2", "****", null)));
    }

    @Test
    void whatWasWrittenInClearBeforeIsEncryptedInItsPlace() throws SQLException {
        Person made = desk.people.create(full("R1", "中共党员", "旧"));
        desk.people.create(draft("R2", null, null));
        desk.people.create(draft("R3", null, null));
        writtenInClear("R1", "民革党员", "从前的备注");
        writtenInClear("R2", null, "另一备注");
        assertThat(desk.people.get("R1").note()).isEqualTo("****").doesNotContain("从前");

        // Whoever changes the person before the job comes loses nothing.
        desk.people.change("R1", full("R1", "****", "****"), made.version());
        assertThat(database.holding("从前的备注")).isEmpty();
        assertThat(reveal("R1", PersonalDatum.POLITICAL_STATUS)).isEqualTo("民革党员");
        assertThat(reveal("R1", PersonalDatum.NOTE)).isEqualTo("从前的备注");
        assertThat(database.holding("另一备注")).containsExactly("organization_person.note");

        PersonTexts job = new PersonTexts(desk.numbers);
        for (int i = 0; i < 2; i++) {
            database.transactions().run(tx -> job.run(tx, null));
            assertThat(database.holding("另一备注")).isEmpty();
            assertThat(reveal("R2", PersonalDatum.NOTE)).isEqualTo("另一备注");
        }
    }

    @Test
    void sexAndYearOfBirthAreShownAndLieNowhereInClear() throws SQLException {
        Person made = desk.people.create(full("R1", null, null));
        assertThat(made.sex()).isEqualTo("female");
        assertThat(made.birthYear()).isEqualTo(1970);
        assertThat(desk.people.get("R1")).isEqualTo(made);
        assertThat(database.holding("female")).isEmpty();
        assertThat(traits("R1")).matches("null null v1\\.\\S+ v1\\.\\S+");

        String kept = traits("R1");
        Person after = desk.people.change("R1", full("R1", "群众", null), made.version());
        assertThat(traits("R1")).isEqualTo(kept);
        assertThat(lastEntry().after()).containsOnlyKeys("politicalStatus");

        PersonDraft unknown =
                new PersonDraft("R1", "王淑兰", null, null, "群众", PartyDesk.COMMUNITY, "wangsl", null, PHONE, ID);
        after = desk.people.change("R1", unknown, after.version());
        assertThat(after.sex()).isNull();
        assertThat(after.birthYear()).isNull();
        assertThat(lastEntry().before()).containsOnlyKeys("sex", "birthYear");
    }

    @Test
    void traitsThatWereWrittenInClearBeforeAreShownAndThenEncrypted() throws SQLException {
        desk.people.create(draft("R1", null, null));
        Person made = desk.people.create(full("R2", "中共党员", null));
        write("update organization_person set sex = 'male', birth_year = 1966, sex_sealed = null,"
                + " birth_year_sealed = null, traits_sealed = false");
        assertThat(desk.people.get("R1").sex()).isEqualTo("male");
        assertThat(desk.people.get("R1").birthYear()).isEqualTo(1966);
        desk.people.change("R2", full("R2", "****", null), made.version());
        assertThat(database.holding("male")).containsExactly("organization_person.sex");
        assertThat(reveal("R2", PersonalDatum.POLITICAL_STATUS)).isEqualTo("中共党员");
        assertThat(desk.people.get("R2").birthYear()).isEqualTo(1970);

        database.transactions().run(tx -> new PersonTexts(desk.numbers).run(tx, null));

        assertThat(database.holding("male")).isEmpty();
        assertThat(traits("R1")).matches("null null v1\\.\\S+ v1\\.\\S+");
        assertThat(desk.people.get("R1").sex()).isEqualTo("male");
        assertThat(desk.people.get("R1").birthYear()).isEqualTo(1966);
    }

    @Test
    void aListThatLeavesSexAndYearOfBirthEmptyLeavesThem() throws IOException {
        String header = "人员编号,姓名,所属单元编码,性别,出生年\n";
        assertThat(loaded(header + "R1,王淑兰,210102001001,女,1970\n").created()).isEqualTo(1);
        assertThat(loaded(header + "R1,王淑兰,210102001001,女,1970\n").unchanged()).isEqualTo(1);
        assertThat(loaded(header + "R1,王淑兰,210102001001,,\n").unchanged()).isEqualTo(1);
        assertThat(loaded(header + "R1,王淑兰,210102001001,男,\n").updated()).isEqualTo(1);
        assertThat(desk.people.get("R1").sex()).isEqualTo("male");
        assertThat(desk.people.get("R1").birthYear()).isEqualTo(1970);
    }

    @Test
    void aListBringsStatusesInAndWhatItLeavesEmptyStays() throws IOException {
        String header = "人员编号,姓名,所属单元编码,政治面貌,备注\n";
        assertThat(loaded(header + "R1,王淑兰,210102001001,群众,联络人\n").created()).isEqualTo(1);
        assertThat(loaded(header + "R1,王淑兰,210102001001,群众,\n").unchanged()).isEqualTo(1);
        assertThat(loaded(header + "R1,王淑兰,210102001001,****,联络人\n").unchanged())
                .isEqualTo(1);
        assertThat(loaded(header + "R1,王淑兰,210102001001,中共党员,\n").updated()).isEqualTo(1);
        assertThat(reveal("R1", PersonalDatum.POLITICAL_STATUS)).isEqualTo("中共党员");
        assertThat(reveal("R1", PersonalDatum.NOTE)).isEqualTo("联络人");
    }

    private String traits(String code) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("select sex, birth_year, sex_sealed, birth_year_sealed from organization_person"
                                + " where code = '" + code + "'")) {
            row.next();
            return row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " " + row.getString(4);
        }
    }

    private void write(String update) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.createStatement().executeUpdate(update);
            connection.commit();
        }
    }

    private void writtenInClear(String code, String status, String note) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update organization_person set"
                                + " political_status = ?, note = ?, texts_sealed = false, traits_sealed = false where code = ?")) {
            update.setString(1, status);
            update.setString(2, note);
            update.setString(3, code);
            update.executeUpdate();
            connection.commit();
        }
    }

    private RecordedAudit lastEntry() {
        return database.audit().stream()
                .filter(entry -> entry.action().equals("organization.person.changed"))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static PersonDraft full(String code, String status, String note) {
        return new PersonDraft(code, "王淑兰", "female", 1970, status, PartyDesk.COMMUNITY, "wangsl", note, PHONE, ID);
    }

    @Test
    void whoseLastPostEndedLongAgoIsPastTheTime() {
        desk.people.create(draft("R1", PHONE, ID));
        desk.people.create(draft("R2", null, null));
        for (String code : List.of("R1", "R2")) {
            desk.appoint(code, "committee-member", "ZB", PartyDesk.START, PartyDesk.START.plusYears(1));
        }
        LocalDate ended = PartyDesk.START.plusYears(1);
        String field = PersonalDatum.PHONE.code();
        assertThat(desk.subjects.ended(field, ended.plusDays(1), UnitScope.everywhere(), 10))
                .containsExactly(new EndedMatter("person/R1", PartyDesk.COMMUNITY, ended));
        assertThat(desk.subjects.ended(field, ended, UnitScope.everywhere(), 10))
                .isEmpty();
        assertThat(desk.subjects.ended("demo.other", ended.plusDays(1), UnitScope.everywhere(), 10))
                .isEmpty();
    }

    private ImportReport load(String rows) throws IOException {
        return loaded("人员编号,姓名,所属单元编码,手机号,身份证号码\n" + rows);
    }

    private ImportReport loaded(String text) throws IOException {
        return desk.territory
                .sheets()
                .load(
                        new PostSheet(desk.desk, desk.posts, desk.numbers),
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        false,
                        Progress.NONE);
    }

    private static PersonDraft draft(String code, String phone, String idNumber) {
        return new PersonDraft(code, "王淑兰", null, null, null, PartyDesk.COMMUNITY, null, null, phone, idNumber);
    }

    private String reveal(String code, PersonalDatum datum) {
        return desk.people.reveal(code, datum, "核实身份");
    }

    private String kept(String code) {
        try (Connection connection = database.dataSource().getConnection();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("select phone, id_number from organization_person where code = '" + code + "'")) {
            row.next();
            return row.getString(1) + " " + row.getString(2);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refused(Problem.Kind kind, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Problem.class, it -> assertThat(it.kind()).isEqualTo(kind));
    }
}

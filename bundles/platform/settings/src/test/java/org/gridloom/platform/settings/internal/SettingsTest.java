package org.gridloom.platform.settings.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.rule.DocumentRegister;
import org.gridloom.platform.security.Duty;
import org.gridloom.platform.settings.SettingsCheck;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.testkit.RecordedEvent;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final String DOCUMENT = "和网格发〔2026〕17号";

    @RegisterExtension
    final TestDatabase db = TestDatabase.of("org.gridloom.platform.settings");

    @TempDir
    Path data;

    @TempDir
    Path otherData;

    private District district;

    @BeforeEach
    void open() {
        db.clock().set(TODAY);
        district = new District(db, data);
    }

    @Test
    void whatIsSetHoldsAtOnceAndIsRecordedWithWhatItWas() {
        ModuleView view = district.set("minutes", "20");

        assertThat(district.held("minutes")).containsExactly("20");
        assertThat(view.version()).isEqualTo(1);
        assertThat(district.view("minutes"))
                .extracting(SettingView::value, SettingView::defaultValue, SettingView::source)
                .containsExactly(20, 30, "district");
        assertThat(db.audit())
                .extracting(RecordedAudit::action, RecordedAudit::subject)
                .containsExactly(tuple("settings.module.changed", "settings/vendor.gate"));
        assertThat(db.events()).extracting(RecordedEvent::name).containsExactly("settings.module.changed");
        assertThat(db.events().get(0).payload().toString()).doesNotContain("20");

        district.editing.change(Gate.NAME, nulls("minutes"), null, null);

        assertThat(district.held("minutes")).isNull();
        assertThat(district.view("minutes").source()).isEqualTo("default");
    }

    @Test
    void whatIsSetToWhatItIsChangesNothing() {
        district.set("minutes", "20");
        long version = district.set("minutes", "20").version();

        assertThat(version).isEqualTo(1);
        assertThat(db.audit()).hasSize(1);
        assertThat(district.writes).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "minutes, 0",
        "minutes, 61",
        "minutes, ten",
        "share, 2",
        "size, 0",
        "open, perhaps",
        "mark, xy",
        "mode, other",
        "title, 六个字太长了",
        "waits, 0",
        ".token, abc",
        "unknown, 1"
    })
    void aBadValueIsRefusedByItsNameAndTheOldOneStays(String key, String bad) {
        district.set("minutes", "20");

        assertThatThrownBy(() -> district.editing.change(
                        Gate.NAME, Map.of("longestMinutes", List.of("50"), key, List.of(bad)), null, null))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.kind()).isEqualTo(Problem.Kind.INVALID);
                    assertThat(problem.violations())
                            .extracting(Violation::field)
                            .containsExactly(key);
                });

        assertThat(district.held("minutes")).containsExactly("20");
        assertThat(district.held("longestMinutes")).isNull();
        assertThat(db.audit()).hasSize(1);
    }

    @Test
    void whatContradictsAnotherSettingIsRefused() {
        district.set("longestMinutes", "40");

        assertInvalid("minutes", () -> district.set("minutes", "41"));
        assertInvalid("minutes", () -> district.set("longestMinutes", "29"));

        assertThat(district.set("minutes", "40").settings()).isNotEmpty();
    }

    @Test
    void aFileGoesBeforeTheDistrictAndIsChangedThere() {
        district.set("minutes", "20");
        district.file("# 本节点\nminutes = 10\nhosts = a\nhosts = b,c\n");

        assertThat(district.held("minutes")).containsExactly("10");
        assertThat(district.held("hosts")).containsExactly("a", "b,c");
        assertThat(district.view("minutes").source()).isEqualTo("file");
        assertInvalid("minutes", () -> district.set("minutes", "15"));
        assertThat(db.audit())
                .extracting(RecordedAudit::action)
                .containsExactly("settings.module.changed", "settings.file.accepted");

        district.file(null);

        assertThat(district.held("minutes")).containsExactly("20");
        assertThat(district.held("hosts")).isNull();
        assertThat(db.audit()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"minutes = 0, minutes", "minutes = ten, minutes", "minuts = 5, minuts", "minutes 5, line"})
    void aBadFileIsRefusedWithItsLineAndTheOldOneStaysAlsoAfterARestart(String bad, String key) {
        district.file("minutes = 10\n");

        district.file("mode = lax\n" + bad + "\n");

        assertThat(district.held("minutes")).containsExactly("10");
        assertThat(district.held("mode")).isNull();
        assertThat(district.problems())
                .singleElement()
                .asString()
                .contains("settings/vendor.gate.cfg", "line 2, " + key + ": ", "the former values stay");

        District restarted = new District(db, data);
        restarted.node.step();

        assertThat(restarted.held("minutes")).containsExactly("10");
        assertThat(restarted.problems()).hasSize(1);
        assertThat(db.audit()).hasSize(1);

        restarted.file("minutes = 11\n");

        assertThat(restarted.held("minutes")).containsExactly("11");
        assertThat(restarted.problems()).isEmpty();
    }

    @Test
    void aBadFileDoesNotKeepTheDistrictFromItsOtherSettings() {
        district.file("minutes = 10\n");
        district.file("minutes = 0\n");

        district.set("mode", "lax");

        assertThat(district.held("mode")).containsExactly("lax");
        assertThat(district.held("minutes")).containsExactly("10");
        assertThat(district.problems()).hasSize(1);
    }

    @Test
    void anotherNodeFollowsAndHasFilesOfItsOwn() {
        District other = new District(db, otherData);
        other.file("mode = lax\n");

        district.set("minutes", "20");
        assertThat(other.held("minutes")).isNull();
        other.node.step();

        assertThat(other.held("minutes")).containsExactly("20");
        assertThat(other.held("mode")).containsExactly("lax");
        assertThat(district.held("mode")).isNull();

        other.set("minutes", "21");
        district.node.step();
        assertThat(district.held("minutes")).containsExactly("21");
    }

    @Test
    void whatANodesFileContradictsStaysAsItWasOnThatNode() {
        District other = new District(db, otherData);
        other.file("longestMinutes = 25\n");
        assertThat(other.problems()).singleElement().asString().contains("minutes: Is more than");
        other.file("longestMinutes = 35\n");
        assertThat(other.problems()).isEmpty();

        district.set("minutes", "50");
        other.node.step();

        assertThat(other.held("minutes")).isNull();
        assertThat(other.held("longestMinutes")).containsExactly("35");
        assertThat(other.problems()).hasSize(1);
        assertThat(district.held("minutes")).containsExactly("50");
    }

    @Test
    void ofManyWhoChangeTheSameVersionOneSucceedsAndNoneIsLost() throws Exception {
        district.set("mode", "lax");
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            String value = Integer.toString(i);
            work.add(() -> db.access().asSystem("test", () -> isChanged(value)));
        }
        int changed = 0;
        for (Future<Boolean> each : threads.invokeAll(work)) {
            changed += each.get() ? 1 : 0;
        }
        threads.shutdown();

        assertThat(changed).isEqualTo(1);
        assertThat(district.editing.module(Gate.NAME).version()).isEqualTo(2);
        assertThat(db.audit()).hasSize(2);
    }

    private boolean isChanged(String value) {
        try {
            district.editing.change(Gate.NAME, Map.of("minutes", List.of(value)), null, 1L);
            return true;
        } catch (Problem problem) {
            assertThat(problem.kind()).isIn(Problem.Kind.CHANGED, Problem.Kind.CONFLICT, Problem.Kind.UNAVAILABLE);
            return false;
        }
    }

    @Test
    void aSecretIsNeitherStoredNorShownNorToldInClear() throws SQLException {
        district.set(".token", "first-secret");
        district.set(".token", "second-secret");

        assertThat(district.held(".token")).containsExactly("second-secret");
        assertThat(district.view(".token"))
                .extracting(SettingView::value, SettingView::set)
                .containsExactly(null, true);
        assertThat(stored()).doesNotContain("secret");
        assertThat(db.audit().toString() + db.events() + district.editing.export(Gate.NAME))
                .doesNotContain("secret");

        District restarted = new District(db, data);
        assertThat(restarted.held(".token")).containsExactly("second-secret");

        District withoutKey = new District(db, otherData);
        assertThat(withoutKey.held(".token")).isNull();
        assertThat(withoutKey.problems()).singleElement().asString().contains(".token", "keys/settings.key");
        withoutKey.set("minutes", "5");
        restarted.node.step();
        assertThat(restarted.held(".token")).containsExactly("second-secret");
    }

    private String stored() throws SQLException {
        try (Connection connection = db.dataSource().getConnection();
                ResultSet row = connection.createStatement().executeQuery("select values_json from settings_module")) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void whatBurdensTheGrassRootsTakesADocumentInForce() {
        district.citation.use(number -> number.equals(DOCUMENT)
                ? Optional.of(new DocumentRegister.Entry(number, "通知", TODAY, null))
                : Optional.empty());
        assertInvalid("document", () -> district.set("checkIn", "true"));
        assertInvalid("document", () -> change("checkIn", "true", "无此文"));
        district.file("checkIn = true\n");
        assertThat(district.held("checkIn")).isNull();
        assertThat(district.problems()).hasSize(1);
        district.file(null);

        change("checkIn", "true", DOCUMENT);

        assertThat(district.held("checkIn")).containsExactly("true");
        assertThat(db.audit().get(0).reason()).isEqualTo(DOCUMENT);
        district.set("checkIn", "false");
        assertThat(district.held("checkIn")).containsExactly("false");
    }

    private void change(String key, String value, String document) {
        district.editing.change(Gate.NAME, Map.of(key, List.of(value)), document, null);
    }

    @Test
    void whoseWorkItIsDecidesTheModule() {
        UnitScope everywhere = UnitScope.everywhere();
        UnitScope street = new UnitScope(List.of(new CodeRange("210102001", "210102002")));
        db.access().signIn("system", Map.of(Permissions.VIEW, everywhere, Permissions.MANAGE, everywhere));
        assertThat(district.set("minutes", "20").editable()).isTrue();
        db.access().signIn("security", Map.of(Permissions.VIEW, everywhere, Permissions.SECURITY, everywhere));
        assertRefused(Problem.Kind.FORBIDDEN, () -> district.set("minutes", "21"));

        district.modules.addCheck(securitys());

        assertThat(district.set("minutes", "22").duty()).isEqualTo(Duty.SECURITY);
        db.access().signIn("system", Map.of(Permissions.VIEW, everywhere, Permissions.MANAGE, everywhere));
        assertRefused(Problem.Kind.FORBIDDEN, () -> district.set("minutes", "23"));
        db.access().signIn("street", Map.of(Permissions.VIEW, street, Permissions.SECURITY, street));
        assertRefused(Problem.Kind.FORBIDDEN, () -> district.set("minutes", "24"));
        assertThat(district.editing.modules()).hasSize(1);
        db.access().signIn("nobody", Map.of());
        assertRefused(Problem.Kind.FORBIDDEN, district.editing::modules);
    }

    @Test
    void aFileSetsNothingThatIsTheSecurityAdministrators() {
        district.file("minutes = 10\n");

        district.modules.addCheck(securitys());

        assertThat(district.held("minutes")).isNull();
        assertThat(district.problems()).singleElement().asString().contains("security administrator");
    }

    private static SettingsCheck securitys() {
        return new SettingsCheck() {
            @Override
            public String module() {
                return Gate.NAME;
            }

            @Override
            public Duty duty() {
                return Duty.SECURITY;
            }
        };
    }

    @Test
    void whatIsExportedIsImportedAllOrNothing() {
        district.set("minutes", "20");
        district.set("hosts", "a", "b,c");
        String text = district.editing.export(Gate.NAME);
        district.editing.change(Gate.NAME, nulls("minutes", "hosts"), null, null);

        assertThatThrownBy(() -> district.editing.load(Gate.NAME, text + "mode = none\n", null))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.violations().get(0).field()).isEqualTo("mode");
                    assertThat(problem.violations().get(0).row()).isPositive();
                });
        assertThat(district.held("minutes")).isNull();
        district.editing.load(Gate.NAME, text, null);

        assertThat(district.held("minutes")).containsExactly("20");
        assertThat(district.held("hosts")).containsExactly("a", "b,c");
    }

    @Test
    void aFileOfNoModuleIsToldOf() throws Exception {
        Files.writeString(data.resolve("settings/no.such.cfg"), "x = 1");
        district.node.step();

        assertThat(district.node.problems("org.gridloom.platform.settings"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.en()).contains("settings/no.such.cfg"));
    }

    private static Map<String, List<String>> nulls(String... keys) {
        Map<String, List<String>> nulls = new HashMap<>();
        for (String key : keys) {
            nulls.put(key, null);
        }
        return nulls;
    }

    private static void assertInvalid(String field, ThrowingCallable use) {
        assertThatThrownBy(use)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.violations())
                                .extracting(Violation::field)
                                .containsExactly(field));
    }

    private static void assertRefused(Problem.Kind kind, ThrowingCallable use) {
        assertThatThrownBy(use)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(kind));
    }
}

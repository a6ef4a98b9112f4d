package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import org.gridloom.organization.TerritoryPermissions;
import org.gridloom.organization.UnitChange;
import org.gridloom.organization.UnitFilter;
import org.gridloom.platform.files.Sha256;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.testkit.RecordedEvent;
import org.gridloom.platform.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UnitImportTest {

    private static final String HEADER = "code,parent,level,name,kind,validFrom,households\n";
    private static final LocalDate CLOSING = LocalDate.of(2025, 1, 1);

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.organization");

    private TerritoryDesk desk;

    @BeforeEach
    void aDistrict() {
        desk = new TerritoryDesk(database).withDistrict();
    }

    private ImportReport load(String csv, boolean dryRun) {
        return load(csv.getBytes(StandardCharsets.UTF_8), dryRun, Progress.NONE);
    }

    private ImportReport load(byte[] csv, boolean dryRun, Progress progress) {
        DefaultUnitImport imports = desk.unitImport();
        try (InputStream in = new ByteArrayInputStream(csv)) {
            return imports.importCsv(in, dryRun, progress);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aTreeIsImportedWhateverTheOrderOfItsRows() {
        String csv = "\uFEFF名称,编码,上级编码,层级,起始日期,户数\n"
                + "一号网格,210102003001001,210102003001,网格,2026.1.5,300\n"
                + "\n"
                + "新街道,210102003,210102,street,2026-01-01,\n"
                + "下河湾村,210102003201,210102003,community,2026年1月2日,\n"
                + "新社区,210102003001,210102003,社区(村),,\n";
        database.clock().set(LocalDate.of(2026, 1, 4));

        ImportReport report = load(csv, false);

        assertThat(report.violations()).isEmpty();
        assertThat(report).extracting(ImportReport::rows, ImportReport::created).containsExactly(4, 4);
        assertThat(desk.units.get("210102003201", LocalDate.of(2026, 1, 2)).kind())
                .isEqualTo("village");
        assertThat(desk.units.get("210102003001001", LocalDate.of(2026, 1, 5)).households())
                .isEqualTo(300);
        assertThat(desk.units
                        .list(UnitFilter.matching("下河湾", null), PageQuery.first())
                        .total())
                .isEqualTo(1);
    }

    @Test
    void theSameFileASecondTimeChangesNothing() {
        String csv = HEADER + "210102003,210102,street,新街道,,2026-01-01,\n"
                + "210102003001,210102003,community,新社区,,2026-01-01,900\n";
        load(csv, false);
        int audited = database.audit().size();
        int published = database.events().size();

        ImportReport again = load(csv, false);

        assertThat(again)
                .extracting(ImportReport::created, ImportReport::updated, ImportReport::unchanged)
                .containsExactly(0, 0, 2);
        assertThat(database.audit()).hasSize(audited);
        assertThat(database.events()).hasSize(published);
    }

    @Test
    void whatTheTableRecordsOtherwiseIsUpdated() {
        String csv = HEADER + "210102001001,210102001,community,第001社区,,,1200\n";

        assertThat(load(csv, false).updated()).isEqualTo(1);

        assertThat(desk.units.get("210102001001", null).households()).isEqualTo(1200);
        assertThat(desk.units.get("210102001001", CLOSING).households()).isNull();
        assertThat(load(csv, false).unchanged()).isEqualTo(1);
    }

    @Test
    void eachUnitThatAnImportChangesHasAnEntryOfItsOwnWithWhatItWas() {
        load(HEADER + "210102001001,210102001,community,第001社区,,,1200\n", false);
        int audited = database.audit().size();
        String csv = HEADER
                + "210102001001,210102001,community,第001社区,,,1300\n"
                + "210102001,210102,street,第001街道,,,50\n"
                + "210102003,210102,street,新街道,,,\n";

        assertThat(load(csv, false))
                .extracting(ImportReport::created, ImportReport::updated)
                .containsExactly(1, 2);

        String today = LocalDate.now(database.clock()).toString();
        assertThat(database.audit().subList(audited, database.audit().size()))
                .extracting(RecordedAudit::action, RecordedAudit::subject, RecordedAudit::before, RecordedAudit::after)
                .containsExactlyInAnyOrder(
                        tuple(
                                "organization.unit.changed",
                                "unit/210102001001",
                                Map.of("households", 1200),
                                Map.of("households", 1300, "validFrom", today)),
                        tuple(
                                "organization.unit.changed",
                                "unit/210102001",
                                Collections.singletonMap("households", null),
                                Map.of("households", 50, "validFrom", today)),
                        tuple(
                                "organization.units.imported",
                                "unit/210102",
                                Map.of(),
                                Map.of("created", 1, "changed", 2, "sha256", Sha256.of(csv))));
    }

    @Test
    void whatAnImportCreatesIsOneAuditEntryAndToldOfInBatches() {
        int audited = database.audit().size();
        int published = database.events().size();

        load(HEADER + "210102003,210102,street,新街道,,,\n210102004,210102,street,另街道,,,\n", false);

        assertThat(database.audit().subList(audited, database.audit().size()))
                .extracting(RecordedAudit::action, RecordedAudit::unit)
                .containsExactly(tuple("organization.units.imported", "210102"));
        assertThat(database.events().subList(published, database.events().size()))
                .extracting(RecordedEvent::name)
                .containsExactly("organization.unit.created");
    }

    @Test
    void theDryRunNamesEveryFaultOfAFileAndWritesNothing() {
        desk.close("210102002002", CLOSING, true);
        desk.editing.change("210102002001", UnitChange.renamed("改名社区", LocalDate.of(2026, 1, 1)), 1);
        String csv = HEADER
                + /* 2 */ ",210102,street,无编码,,,\n"
                + /* 3 */ "21010200A,210102,street,非数字,,,\n"
                + /* 4 */ "2101020031,210102,street,长度不符,,,\n"
                + /* 5 */ "210102004,210102,county,层级不明,,,\n"
                + /* 6 */ "210102009001,210102009,community,上级不明,,,\n"
                + /* 7 */ "210102001001009,210102001,grid,上级层级不对,,,\n"
                + /* 8 */ "210102002009,210102001,community,编码不随上级,,,\n"
                + /* 9 */ "210102005,210102,street,重复一,,,\n"
                + /* 10 */ "210102005,210102,street,重复二,,,\n"
                + /* 11 */ "210102001001,210102001,community,另一名称,,,\n"
                + /* 12 */ "210102006,210102,street,,,,\n"
                + /* 13 */ "210102007,210102,street," + "长".repeat(101) + ",,,\n"
                + /* 14 */ "210102008,210102,street,\"换\n行\",,,\n"
                + /* 15 */ "210102010,210102,street,坏日期,,2026-02-30,\n"
                + /* 16 */ "210102011,210102,street,早于上级,,2019-12-31,\n"
                + /* 17 */ "210102001250,210102001,community,后缀与类别不符,community,,\n"
                + /* 18 */ "210102002002005,210102002002,grid,上级已撤销,,,\n"
                + /* 19 */ "210102012,210102,street,列太多,,,,多,余\n"
                + /* 20 */ "210102013,210102,street,类别不明,district,,\n"
                + /* 21 */ "210102001200,210102001,community,类别不明,town,,\n"
                + /* 22 */ "210102014,210102,street,户数不明,,,约三百\n"
                + /* 23 */ "210102015,,street,缺上级,,,\n"
                + /* 24 */ "210103,,district,第二个区,,,\n"
                + /* 25 */ "210102002002,210102002,community,第002社区,,,\n"
                + /* 26 */ "210102001001000,210102001001,grid,零后缀,,,\n";
        int audited = database.audit().size();

        ImportReport report = load(csv, true);

        assertThat(report.violations())
                .extracting(Violation::row, Violation::field)
                .containsExactly(
                        tuple(2, "code"),
                        tuple(3, "code"),
                        tuple(4, "code"),
                        tuple(5, "level"),
                        tuple(6, "parent"),
                        tuple(7, "parent"),
                        tuple(8, "code"),
                        tuple(10, "code"),
                        tuple(11, "code"),
                        tuple(12, "name"),
                        tuple(13, "name"),
                        tuple(14, "name"),
                        tuple(15, "validFrom"),
                        tuple(16, "validFrom"),
                        tuple(17, "kind"),
                        tuple(18, "parent"),
                        tuple(19, "file"),
                        tuple(20, "kind"),
                        tuple(21, "kind"),
                        tuple(22, "households"),
                        tuple(23, "parent"),
                        tuple(24, "code"),
                        tuple(25, "code"),
                        tuple(26, "kind"));
        assertThat(report.violations())
                .extracting(violation -> violation.message().zh())
                .doesNotHaveDuplicates();
        assertThat(load(csv, false).violations()).isEqualTo(report.violations());
        assertThat(desk.count("210102", "street", null)).isEqualTo(2);
        assertThat(database.audit()).hasSize(audited);
        assertThat(leftovers()).isZero();
    }

    @Test
    void faultsNameTheColumnAsTheFileDoes() {
        assertThat(load("编码,上级编码,层级,名称\n21010200A,210102,street,甲\n210102009001,210102009,community,乙\n", true)
                        .violations())
                .extracting(Violation::row, Violation::field)
                .containsExactly(tuple(2, "编码"), tuple(3, "上级编码"));
    }

    @Test
    void aHeaderThatIsNotUnderstoodIsRefused() {
        assertThat(load("code,parent,层级,name,name,电话\n", true).violations())
                .extracting(Violation::field)
                .containsExactly("name", "电话");
        assertThat(load("code,parent\n1,2\n", true).violations())
                .extracting(Violation::field)
                .containsExactly("level", "name");
        assertThat(load("", true).violations()).extracting(Violation::field).containsExactly("file");
    }

    @Test
    void quotationMarksThatDoNotMatchAreTold() {
        assertThat(load(HEADER + "210102003,210102,street,\"新街道,,,\n", true).violations())
                .extracting(Violation::row, Violation::field)
                .containsExactly(tuple(2, "file"));
    }

    @Test
    void chineseEncodingIsUnderstoodAndWhatIsNoTextIsNot() {
        String csv = HEADER + "210102003,210102,street,新街道,,,\n";

        assertThat(load(csv.getBytes(Charset.forName("GB18030")), false, Progress.NONE)
                        .created())
                .isEqualTo(1);
        assertThat(desk.units.get("210102003", null).name()).isEqualTo("新街道");
        assertThat(load(new byte[] {(byte) 0xff, (byte) 0xff, 1}, true, Progress.NONE)
                        .violations())
                .extracting(Violation::field)
                .containsExactly("file");
    }

    @Test
    void rowsOutsideTheCallersUnitsAreRefused() {
        database.access()
                .signIn("street", Map.of(TerritoryPermissions.UNIT_EDIT, desk.directory.scope("210102001", CLOSING)));

        ImportReport report = load(
                HEADER + "210102001003,210102001,community,内,,,\n"
                        + "210102002003,210102002,community,外,,,\n"
                        + "210102002001,210102002,community,第001社区,,,\n"
                        + "210102003,210102,street,外街,,,\n",
                false);

        assertThat(report.violations())
                .extracting(Violation::row, Violation::field)
                .containsExactly(tuple(3, "parent"), tuple(4, "code"), tuple(5, "parent"));
        assertThat(report.created()).isZero();
    }

    @Test
    void aCancelledImportWritesNothing() {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 3; i < 900; i++) {
            csv.append("210102%03d,210102,street,街道%d,,,\n".formatted(i, i));
        }

        assertThatThrownBy(() -> load(
                        csv.toString().getBytes(StandardCharsets.UTF_8),
                        false,
                        (done, total) -> total < 0 || done < 600))
                .isInstanceOf(Problem.class);
        assertThat(desk.count("210102", "street", null)).isEqualTo(2);
        assertThat(load(csv.toString(), false).created()).isEqualTo(897);
    }

    private long leftovers() {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from organization_unit_import")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

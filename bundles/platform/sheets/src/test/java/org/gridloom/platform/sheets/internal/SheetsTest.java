package org.gridloom.platform.sheets.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridloom.platform.sheets.internal.Files.csv;
import static org.gridloom.platform.sheets.internal.Files.parts;
import static org.gridloom.platform.sheets.internal.Files.row;
import static org.gridloom.platform.sheets.internal.Files.xlsx;
import static org.gridloom.platform.sheets.internal.Files.zip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetFormat;
import org.gridloom.platform.sheet.SheetOutput;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.sheets.internal.table.Limits;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestFiles;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SheetsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of();

    private final PeopleSheet people = new PeopleSheet();
    private StoredMappings mappings;
    private DefaultSheets sheets;

    @BeforeEach
    void aDesk() {
        DATABASE.access().signIn("tester");
        mappings = new StoredMappings(DATABASE.platform(), DATABASE.access());
        sheets = limited(Limits.USUAL);
    }

    @AfterEach
    void nothingRemembered() {
        Map<String, String> none = new HashMap<>();
        mappings.of("test.people").keySet().forEach(header -> none.put(header, null));
        mappings.remember("test.people", none);
    }

    private DefaultSheets limited(Limits limits) {
        return DefaultSheets.limited(
                DATABASE.access(), mappings, DATABASE.platform(), TestFiles.temporary(), DATABASE.clock(), limits);
    }

    private ImportReport load(InputStream in) throws IOException {
        return sheets.load(people, in, false, Progress.NONE);
    }

    private List<Object> only(InputStream in) throws IOException {
        ImportReport report = load(in);
        assertThat(report.violations()).isEmpty();
        assertThat(people.records).hasSize(1);
        return people.records.get(0);
    }

    @Test
    void anExportReadsOfOneMomentAndTellsOfItselfBefore() throws IOException {
        List<String> told = new ArrayList<>();
        Sheet list = new Sheet() {
            @Override
            public SheetDefinition definition() {
                return SheetDefinition.exported(
                        "test.words",
                        Text.of("词语", "Words"),
                        RequiresPermission.SIGNED_IN,
                        Set.of(),
                        List.of(
                                SheetColumn.text("word", Text.of("词语", "Word")),
                                SheetColumn.text("at", Text.of("时间", "Time"))));
            }

            @Override
            public void exporting(SheetQuery query) {
                DATABASE.platform().call(tx -> told.add("asked"));
            }

            @Override
            public void export(SheetQuery query, SheetOutput out) {
                DATABASE.platform().snapshot(tx -> told.add("read"));
                out.row(Text.of("甲", "first"), Instant.parse("2026-01-31T16:00:00Z"));
            }
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        sheets.export(list, new SheetQuery(Map.of(), null), SheetFormat.CSV, Locale.ENGLISH, out);

        assertThat(told).containsExactly("asked", "read");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Word,Time", "first,2026-02-01 00:00:00");
        assertThatThrownBy(() -> sheets.load(list, csv("词语\n甲\n"), true, Progress.NONE))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
        assertThatThrownBy(() -> sheets.template(list, SheetFormat.CSV, Locale.ENGLISH, out))
                .isInstanceOf(Problem.class);
    }

    private static List<String> faults(ImportReport report) {
        return report.violations().stream()
                .map(each -> each.row() + " " + each.field())
                .toList();
    }

    @Test
    void titlesAboveAndASignatureBelowAreLeftAside() throws IOException {
        assertThat(only(xlsx(row(1, "某社区居民信息登记表")
                        + row(2, "单位:某社区", "", "日期:2025.3.4")
                        + row(3, "序号", "姓 名*", "出生日期", "联系电话", "备注号").replace("备注号", "人员类别(必填)")
                        + row(5, "#1", " 王淑兰 ", "2025.3.4", "#13800000000", "老年人")
                        + row(6, "合计", "")
                        + row(7, "填报人:李四", "", "填报日期:2025年3月4日"))))
                .containsExactly("王淑兰", null, LocalDate.of(2025, 3, 4), null, null, null, "elder", "13800000000");
    }

    @Test
    void aHeaderOfTwoRowsIsOneWithGroupsAbove() throws IOException {
        assertThat(only(xlsx(row(1, "序号", "姓名", "联系方式", "", "人员类别")
                        + row(2, "", "", "电话", "得分")
                        + row(3, "#1", "王淑兰", "024-1", "#2.5", "儿童"))))
                .containsExactly("王淑兰", null, null, null, new BigDecimal("2.5"), null, "child", "024-1");
    }

    @Test
    void datesAreUnderstoodHoweverTheyAreKept() throws IOException {
        LocalDate day = LocalDate.of(2025, 3, 4);
        List<String> written = List.of(
                "2025.3.4",
                "2025年3月4日",
                "2025-03-04",
                "2025/3/4",
                "20250304",
                "@45720",
                "#45720",
                "2025.3.4",
                "2025-03-04 00:00:00");
        StringBuilder rows = new StringBuilder(row(1, "姓名", "出生日期"));
        for (int i = 0; i < written.size(); i++) {
            rows.append(row(i + 2, "某", written.get(i)));
        }
        rows.append("<row r='20'><c r='A20' t='str'><v>某</v></c><c r='B20' s='3'><v>45720</v></c></row>");

        assertThat(load(xlsx(rows.toString())).violations()).isEmpty();

        assertThat(people.records)
                .extracting(record -> record.get(2))
                .containsOnly(day)
                .hasSize(10);
    }

    @Test
    void aNumberThatLostDigitsIsRefusedAndOneThatKeptThemIsNot() throws IOException {
        assertThat(load(xlsx(row(1, "姓名", "身份证号", "联系电话")
                        + row(2, "甲", "#2.10102198501011E+17", "#13800000000")
                        + row(3, "乙", "210102198501011234", "")
                        + row(4, "丙", "210102198501011234", "#1.5E+18"))))
                .satisfies(report -> {
                    assertThat(faults(report)).containsExactly("2 身份证号", "4 联系电话");
                    assertThat(report.violations().get(0).message().zh()).contains("科学计数");
                });
        assertThat(faults(load(csv("姓名,身份证号\n甲,2.10102E+17\n")))).containsExactly("2 身份证号");
    }

    @Test
    void wideDigitsAndSpacesDoNotMatter() throws IOException {
        assertThat(only(csv("姓名,公民身份号码,涉及人数,是否党员\n\u3000王淑兰\u00A0,21010X,12,是\n")))
                .startsWith("王淑兰", "21010X", null, 12, null, true);
    }

    @Test
    void formulasAreTakenAsComputedOrRefused() throws IOException {
        assertThat(load(xlsx(row(1, "姓名", "涉及人数")
                        + "<row r='2'><c r='A2' t='str'><f>A1</f><v>甲</v></c><c r='B2'><f>1+1</f><v>2</v></c></row>"
                        + "<row r='3'><c r='A3' t='str'><f>A1</f><v>乙</v></c><c r='B3'><f>1+1</f></c></row>"
                        + "<row r='4'><c r='A4' t='e'><v>#REF!</v></c></row>")))
                .satisfies(report -> {
                    assertThat(faults(report)).containsExactly("3 涉及人数", "4 姓名");
                    assertThat(report.violations().get(0).message().zh()).contains("公式");
                });
    }

    @Test
    void whatIsWrongIsNamedByRowAndColumn() throws IOException {
        assertThat(faults(load(csv("姓名,出生日期,涉及人数,人员类别,得分,是否党员\n"
                        + ",2025.2.30,x,神仙,一,也许\n"
                        + "长" + "长".repeat(20) + ",,-1,,,\n"
                        + "甲,,,,,,多\n"))))
                .containsExactly("2 姓名", "2 出生日期", "2 涉及人数", "2 得分", "2 是否党员", "2 人员类别", "3 姓名", "3 涉及人数", "4 file");
        assertThat(people.records).isEmpty();
    }

    @Test
    void anUnknownHeaderIsAFaultUntilTheUserSaysWhatItMeans() throws IOException {
        String table = "户主,备考\n甲,乙\n";
        try (CheckedFile file = sheets.run(people, csv(table), true, Progress.NONE)) {
            assertThat(faults(file.report())).contains("1 户主", "1 备考", "1 name");
            assertThat(file.headers()).containsExactly(new MappedHeader("户主", null), new MappedHeader("备考", null));
        }
        HeaderMemory memory = new HeaderMemory(mappings, DATABASE.access());
        memory.remember(people.definition(), Map.of("户主", "name", "备考", Layout.ASIDE));

        assertThat(only(csv(table)).get(0)).isEqualTo("甲");
        assertThatThrownBy(() -> memory.remember(people.definition(), Map.of("户主", "none")))
                .isInstanceOf(Problem.class);
        DATABASE.access().signIn("other");
        assertThat(load(csv(table)).accepted()).isFalse();
    }

    @Test
    void bothEncodingsOfCsvAreReadAndWorkbooksWhateverTheyAreCalled() throws IOException {
        String table = "姓名,联系电话\n王淑兰,1\n";
        load(new ByteArrayInputStream(table.getBytes(Charset.forName("GB18030"))));
        load(csv("\uFEFF" + table));
        load(csv(table));
        assertThat(people.records)
                .extracting(record -> record.get(0))
                .containsOnly("王淑兰")
                .hasSize(3);
    }

    @Test
    void whatIsNoTableIsRefusedInSoManyWords() throws IOException {
        assertThat(refusal(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}))
                .contains("加密");
        assertThat(refusal(zip(Map.of("word/document.xml", "<a/>")).readAllBytes()))
                .contains("不是 Excel");
        assertThat(refusal(new byte[] {'P', 'K', 3, 4, 9, 9})).contains("损坏");
        assertThat(refusal(new byte[] {'a', 0, 1})).contains("CSV");
        assertThat(refusal(new byte[] {(byte) 0xff, (byte) 0xff, 1})).contains("GB18030");
        assertThat(refusal(new byte[0])).contains("表头");
        assertThat(refusal(xlsx(row(1, "姓名") + "<row r='2'><c r='A2'><v>x</v></c></row>")
                        .readAllBytes()))
                .contains("损坏");
    }

    private String refusal(byte[] file) throws IOException {
        ImportReport report = sheets.load(people, new ByteArrayInputStream(file), false, Progress.NONE);
        assertThat(report.violations()).hasSize(1);
        return report.violations().get(0).message().zh();
    }

    @Test
    void aDocumentTypeIsRefusedAndNothingOfItIsRead() throws IOException {
        String prolog = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>";
        assertThat(refusal(zip(parts(prolog, row(1, "姓名") + row(2, "&e;"))).readAllBytes()))
                .contains("文档类型");
    }

    @Test
    void whatInflatesToTooMuchIsRefusedWhileItIsRead() throws IOException {
        String rows = row(1, "姓名") + "<!--" + "a".repeat(20_000_000) + "-->";
        byte[] bomb = zip(parts("", rows)).readAllBytes();
        assertThat(refusal(bomb)).contains("解压后过大");
        sheets = limited(new Limits(1 << 20, 1 << 20, 100_000, 10, 10, 40_000));
        assertThat(refusal(bomb)).contains("解压后过大");
        sheets = limited(new Limits(100, 1 << 20, 100, 10, 10, 100));
        assertThat(refusal(bomb)).contains("超过");
    }

    @Test
    void limitsOfRowsColumnsAndCellsHold() throws IOException {
        sheets = limited(new Limits(1 << 20, 1 << 20, 200, 2, 3, 50));
        assertThat(faults(load(csv("姓名\n甲\n乙\n丙\n")))).containsExactly("4 file");
        assertThat(faults(load(csv("姓名,a,b,c\n")))).contains("1 file");
        assertThat(faults(load(csv("姓名\n" + "长".repeat(51) + "\n")))).contains("2 file");
        assertThat(faults(load(xlsx(row(1, "姓名") + "<row r='2'><c r='ZZZZZZZZZ2' t='str'><v>x</v></c></row>"))))
                .contains("2 file");
    }

    @Test
    void whoMayNotImportIsNotEvenRead() {
        DATABASE.access().signIn("reader", Map.of("test.read", UnitScope.everywhere()));
        assertThatThrownBy(() -> load(csv("姓名\n甲\n"))).isInstanceOf(Problem.class);
        assertThat(people.seen).isZero();
    }

    @Test
    void aCancelledImportLeavesNothing() {
        assertThatThrownBy(() -> sheets.load(people, csv("姓名\n甲\n乙\n"), false, (done, total) -> done < 2))
                .isInstanceOf(Problem.class);
        assertThat(people.records).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void whatWasExportedIsImportedAsItWas(SheetFormat format) throws IOException {
        Random random = new Random(20251125);
        for (int i = 0; i < 300; i++) {
            people.records.add(record(random));
        }
        List<List<Object>> before = new ArrayList<>(people.records);
        for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            byte[] file = exported(format, language, Map.of());
            people.records.clear();

            ImportReport report = load(new ByteArrayInputStream(file));

            assertThat(report.violations()).isEmpty();
            assertThat(people.records).isEqualTo(before);
        }
    }

    private static List<Object> record(Random random) {
        List<String> odd =
                List.of("=1+1", "+86 24", "-x", "@cmd", "a,b", "say \"x\"", "王淑兰", "<b>&amp;", "'quoted", "1.50", "-5");
        return Arrays.asList(
                odd.get(random.nextInt(odd.size())),
                random.nextBoolean() ? null : "%018d".formatted(random.nextLong(1_000_000_000_000_000_000L)),
                random.nextBoolean() ? null : LocalDate.of(1950, 1, 1).plusDays(random.nextInt(30_000)),
                random.nextBoolean() ? null : random.nextInt(1_000_000),
                random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(10_000) * 10L + 1, 2),
                random.nextBoolean() ? null : random.nextBoolean(),
                random.nextBoolean() ? null : random.nextBoolean() ? "elder" : "child",
                random.nextBoolean() ? null : odd.get(random.nextInt(odd.size())));
    }

    private byte[] exported(SheetFormat format, Locale language, Map<String, String> filters) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheets.export(people, new SheetQuery(filters, null), format, language, out);
        return out.toByteArray();
    }

    @Test
    void anExportIsFilteredAndHoldsNoFormula() throws IOException {
        people.records.add(Arrays.asList("=cmd()", null, null, null, null, null, "elder", null));
        people.records.add(Arrays.asList("乙", null, null, null, null, null, "child", null));

        String text = new String(
                exported(SheetFormat.CSV, Locale.SIMPLIFIED_CHINESE, Map.of("tag", "elder")), StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith("\uFEFF姓名,")
                .contains("'=cmd(),")
                .contains("老年人")
                .doesNotContain("乙");
        assertThat(part(exported(SheetFormat.XLSX, Locale.ENGLISH, Map.of()), "sheet1.xml"))
                .contains("=cmd()")
                .doesNotContain("<f>");
        assertThatThrownBy(() -> exported(SheetFormat.CSV, Locale.ENGLISH, Map.of("colour", "red")))
                .isInstanceOf(Problem.class);
    }

    /** By its directory, as spreadsheets open it. */
    private static String part(byte[] file, String end) throws IOException {
        Path path = java.nio.file.Files.createTempFile("gridloom-test-", ".xlsx");
        java.nio.file.Files.write(path, file);
        try (ZipFile zip = new ZipFile(path.toFile())) {
            ZipEntry entry = zip.stream()
                    .filter(each -> each.getName().endsWith(end))
                    .findFirst()
                    .orElseThrow();
            return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            java.nio.file.Files.delete(path);
        }
    }

    @Test
    void theTemplateOffersChoicesAndItsExampleCanBeImported() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheets.template(people, SheetFormat.XLSX, Locale.ENGLISH, out);

        String sheet = part(out.toByteArray(), "sheet1.xml");
        assertThat(sheet).contains("Identity number").contains("dataValidation").contains("frozen");
        assertThat(part(out.toByteArray(), "sheet2.xml")).contains("&#x793a;");
        assertThat(load(new ByteArrayInputStream(out.toByteArray()))).satisfies(report -> {
            assertThat(report.violations()).isEmpty();
            assertThat(report.rows()).isZero();
        });
    }

    @Test
    void anAnnotatedCopyHasEveryFaultBesideItsRowAndCanBeImportedOnceMended() throws IOException {
        StringBuilder table = new StringBuilder("居民信息,,\n序号,姓名,出生日期\n");
        for (int i = 1; i <= 50_000; i++) {
            table.append(i)
                    .append(",甲,")
                    .append(i % 10 == 0 ? "某日" : "2025.3.4")
                    .append('\n');
        }
        try (CheckedFile file = sheets.check(people, csv(table.toString()), Progress.NONE)) {
            assertThat(file.report().violations())
                    .hasSize(5_000)
                    .extracting(Violation::row)
                    .startsWith(12, 22);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.annotate(Locale.SIMPLIFIED_CHINESE, out);
            String copy = out.toString(StandardCharsets.UTF_8);
            List<String> lines = copy.lines().toList();
            assertThat(lines).hasSize(50_002);
            assertThat(lines.get(1)).isEqualTo("序号,姓名,出生日期,校验结果");
            assertThat(IntStream.range(2, lines.size()).filter(i -> lines.get(i).contains("日期应为")))
                    .hasSize(5_000)
                    .allMatch(i -> (i - 1) % 10 == 0);
            assertThat(load(csv(copy.replace("某日", "2025.3.4"))).violations()).isEmpty();
        }
    }

    @Test
    void aFileThatIsRefusedBelowAFaultyHeaderHasNoCopy() throws IOException {
        String wide = "编码,名称\n" + "1,".repeat(2_000) + "\n";
        try (CheckedFile file = sheets.check(people, csv(wide), Progress.NONE)) {
            assertThatThrownBy(() -> file.annotate(Locale.ENGLISH, new ByteArrayOutputStream()))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.violations())
                                    .extracting(Violation::row)
                                    .containsExactly(2));
        }
    }

    @Test
    void moreFaultsThanAreListedAreAllInTheCopy() throws IOException {
        String rows = IntStream.rangeClosed(2, 10_502)
                .mapToObj(i -> row(i, "甲", "某日"))
                .collect(Collectors.joining());
        try (CheckedFile file = sheets.check(people, xlsx(row(1, "姓名", "出生日期") + rows), Progress.NONE)) {
            assertThat(file.report().violations()).hasSize(ImportReport.MAX_VIOLATIONS);
            assertThat(file.told()).isEqualTo(10_501);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.annotate(Locale.ENGLISH, out);
            assertThat(part(out.toByteArray(), "sheet1.xml").split("Must be a date", -1))
                    .hasSize(10_502);
        }
    }

    @Test
    void aHouseholdRegisterOfADistrictIsReadRowByRow() throws IOException {
        CountingSheet counting = new CountingSheet(people);

        ImportReport report = sheets.load(counting, Register.of(231_500), true, Progress.NONE);

        assertThat(report.violations()).isEmpty();
        assertThat(report.rows()).isEqualTo(231_500);
        assertThat(counting.alive()).as("rows that are still in memory").isLessThan(1_000);
    }
}

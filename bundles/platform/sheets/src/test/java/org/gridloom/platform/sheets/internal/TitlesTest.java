package org.gridloom.platform.sheets.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridloom.platform.sheets.internal.Files.csv;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetFormat;
import org.gridloom.platform.sheet.SheetOutput;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.sheets.internal.table.Limits;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file says once above its headers. */
class TitlesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of();

    private final PeopleSheet people = new PeopleSheet();
    private DefaultSheets sheets;

    @BeforeEach
    void aDesk() {
        DATABASE.access().signIn("tester");
        sheets = DefaultSheets.limited(
                DATABASE.access(),
                new StoredMappings(DATABASE.platform(), DATABASE.access()),
                DATABASE.platform(),
                TestFiles.temporary(),
                DATABASE.clock(),
                Limits.USUAL);
    }

    private ImportReport load(String table) throws IOException {
        return sheets.load(people, csv(table), false, Progress.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "登记表\n出生日期：2025.3.4  涉及人数:3\n姓名\n甲\n",
                "登记表\n地点：某社区 时间：9:00 出生日期：2025年3月4日 涉及人数：３\n姓名\n甲\n",
                "登记表,,,\n出生日期：,,2025-03-04,\n涉及人数,3,,\n姓名,得分,,\n甲,,,\n",
                "\"登记表\n出生日期: 20250304\nMembers: 3\"\n姓名\n甲\n"
            })
    void whatStandsOnceAboveTheHeadersHoldsForEachRow(String table) throws IOException {
        assertThat(load(table).violations()).isEmpty();
        assertThat(people.records.get(0))
                .containsExactly("甲", null, LocalDate.of(2025, 3, 4), 3, null, null, null, null);
    }

    @Test
    void aRowsOwnCellComesBeforeWhatStandsAbove() throws IOException {
        load("涉及人数:3,\n姓名,涉及人数\n甲,4\n乙,\n");

        assertThat(people.records).extracting(record -> record.get(3)).containsExactly(4, 3);
    }

    @Test
    void whatIsWrongAboveIsToldThereOnce() throws IOException {
        String table = "登记表\n出生日期：某日\n姓名\n甲\n乙\n";
        assertThat(load(table).violations())
                .extracting(fault -> fault.row() + " " + fault.field())
                .containsExactly("2 born");
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        try (CheckedFile file = sheets.check(people, csv(table), Progress.NONE)) {
            file.annotate(Locale.ENGLISH, copy);
        }

        assertThat(copy.toString(StandardCharsets.UTF_8).lines().toList().get(1))
                .contains("Must be a date");
    }

    /** The residents who were born on one day, which their list says once. */
    private record BornTogether(PeopleSheet people) implements Sheet {

        @Override
        public SheetDefinition definition() {
            return people.definition();
        }

        @Override
        public void export(SheetQuery query, SheetOutput out) {
            out.above("born", LocalDate.of(2025, 3, 4));
            out.above("members", null);
            people.export(query, out);
        }
    }

    @ParameterizedTest
    @CsvSource({"CSV,zh", "XLSX,zh", "CSV,en", "XLSX,en"})
    void whatAnExportSaysAboveItsHeadersIsImportedAgain(SheetFormat format, String language) throws IOException {
        load("姓名,出生日期,得分\n甲,2025.3.4,1.5\n乙,2025.3.4,\n");
        List<List<Object>> before = List.copyOf(people.records);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        assertThat(export(format, language, file)).isEqualTo(2);
        people.records.clear();

        assertThat(sheets.load(people, new ByteArrayInputStream(file.toByteArray()), false, Progress.NONE)
                        .violations())
                .isEmpty();
        assertThat(people.records).isEqualTo(before);
    }

    @Test
    void whatIsSaidAboveStandsBelowTheTitleAndHasNoColumn() throws IOException {
        load("姓名,出生日期\n甲,2025.3.4\n");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        export(SheetFormat.CSV, "zh", file);

        assertThat(file.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("\uFEFF居民信息", "出生日期：,2025-03-04", "姓名,公民身份号码,得分,是否党员,人员类别,联系电话", "甲,,,,,");
    }

    @Test
    void nothingIsSaidAboveOnceThereAreRows() {
        Sheet late = new Sheet() {
            @Override
            public SheetDefinition definition() {
                return people.definition();
            }

            @Override
            public void export(SheetQuery query, SheetOutput out) {
                out.row(new Object[PeopleSheet.KEYS.size()]);
                out.above("born", LocalDate.EPOCH);
            }
        };

        assertThatThrownBy(() -> sheets.export(
                        late,
                        new SheetQuery(Map.of(), null),
                        SheetFormat.CSV,
                        Locale.CHINESE,
                        new ByteArrayOutputStream()))
                .isInstanceOf(IllegalStateException.class);
    }

    private int export(SheetFormat format, String language, ByteArrayOutputStream file) throws IOException {
        return sheets.export(
                new BornTogether(people),
                new SheetQuery(Map.of(), null),
                format,
                Locale.forLanguageTag(language),
                file);
    }
}

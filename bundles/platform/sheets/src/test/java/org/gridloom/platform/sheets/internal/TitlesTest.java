package org.gridloom.platform.sheets.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridloom.platform.sheets.internal.Files.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheets.internal.table.Limits;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
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
}

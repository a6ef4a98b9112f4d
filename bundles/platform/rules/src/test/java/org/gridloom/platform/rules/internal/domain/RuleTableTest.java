package org.gridloom.platform.rules.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.rule.RuleColumn;
import org.gridloom.platform.rule.RuleRow;
import org.gridloom.platform.text.Text;
import org.junit.jupiter.api.Test;

class RuleTableTest {

    private static final List<RuleColumn> COLUMNS = List.of(
            RuleColumn.choice(
                            "kind",
                            Text.of("种类", "Kind"),
                            List.of(
                                    new RuleColumn.Choice("a", Text.of("甲", "First")),
                                    new RuleColumn.Choice("b", Text.of("乙", "Second"))))
                    .asKey(),
            RuleColumn.duration("time", Text.of("时限", "Time"), 1, 90),
            RuleColumn.number("points", Text.of("积分", "Points"), null, 0, 100),
            RuleColumn.yesNo("photo", Text.of("拍照", "Photo")).optional(),
            RuleColumn.text("remark", Text.of("说明", "Remark")).optional());

    @Test
    void readsWhatPeopleWriteInEitherLanguage() {
        RuleTable table = RuleTable.check(
                COLUMNS,
                List.of(
                        Map.of("kind", "甲", "time", "3个工作日", "points", "12.50", "photo", "是"),
                        Map.of("kind", "second", "time", "1 natural day", "points", "0", "photo", "no")),
                2);

        assertThat(table.faults()).isEmpty();
        assertThat(table.rows())
                .extracting(RuleRow::values)
                .containsExactly(
                        Map.of("kind", "a", "time", "3 WORK_DAYS", "points", "12.5", "photo", "true"),
                        Map.of("kind", "b", "time", "1 NATURAL_DAYS", "points", "0", "photo", "false"));
    }

    @Test
    void everyFaultIsNamedByRowAndColumn() {
        RuleTable table = RuleTable.check(
                COLUMNS,
                List.of(
                        Map.of("kind", "a", "time", "0 工作日", "points", "101"),
                        Map.of("kind", "丙", "points", "x", "photo", "maybe"),
                        Map.of("kind", "甲", "time", "2 工作小时", "points", "1", "other", "1")),
                2);

        assertThat(table.faults())
                .extracting(fault -> fault.row() + " " + fault.field())
                .containsExactly("2 time", "2 points", "3 kind", "3 time", "3 points", "3 photo", "4 rows", "4 kind");
    }

    @Test
    void aSetWithoutKeyHasOneRow() {
        List<RuleColumn> single = List.of(RuleColumn.duration("yellow", Text.of("黄", "Yellow"), 0, 9));

        assertThat(RuleTable.check(single, List.of(), 2).faults())
                .extracting(Violation::field)
                .containsExactly("rows");
        assertThat(RuleTable.check(single, List.of(Map.of("yellow", "2 工作日"), Map.of("yellow", "3 工作日")), 2)
                        .faults())
                .isNotEmpty();
    }

    @Test
    void tellsWhatDiffers() {
        List<RuleRow> before = List.of(
                new RuleRow(Map.of("kind", "a", "points", "1")), new RuleRow(Map.of("kind", "b", "points", "2")));
        List<RuleRow> after = List.of(
                new RuleRow(Map.of("kind", "a", "points", "9")), new RuleRow(Map.of("kind", "c", "points", "3")));

        assertThat(RuleTable.compare(COLUMNS, before, after))
                .extracting(change -> change.key().get("kind"))
                .containsExactly("a", "c", "b");
        assertThat(RuleTable.compare(COLUMNS, before, before)).isEmpty();
    }
}

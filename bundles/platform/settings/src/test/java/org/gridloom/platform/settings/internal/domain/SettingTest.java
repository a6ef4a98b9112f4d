package org.gridloom.platform.settings.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Vector;
import org.gridloom.platform.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingTest {

    @ParameterizedTest
    @CsvSource({
        "INTEGER, 1, 60, 0",
        "INTEGER, 1, 60, 61",
        "INTEGER, 1, 60, 1.5",
        "INTEGER, 1, 60, ten",
        "INTEGER, 1, 60, ''",
        "INTEGER, , , 2147483648",
        "LONG, 1, , 0",
        "LONG, , , 9223372036854775808",
        "SHORT, , , 32768",
        "BYTE, , , 128",
        "DOUBLE, 0, 1, 1.01",
        "DOUBLE, , , NaN",
        "FLOAT, , , Infinity",
        "DOUBLE, , , half",
        "YES_NO, , , yes",
        "YES_NO, , , ''",
        "CHARACTER, , , xy",
        "CHARACTER, , , ''",
        "TEXT, , 3, long",
        "TEXT, 2, , a",
        "TEXT, , , ' '",
        "SECRET, 4, , abc"
    })
    void aBadValueOfEachTypeIsRefusedWithWhatIsAllowed(SettingType type, String min, String max, String bad) {
        Setting setting = setting(type, 0, min, max);

        Text fault = setting.fault(List.of(bad)).orElseThrow();

        assertThat(fault.en()).startsWith("Must be");
        assertThat(fault.zh()).startsWith("应为");
        if (min != null) {
            assertThat(fault.en()).contains(min);
        }
        if (max != null) {
            assertThat(fault.en()).contains(max);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "INTEGER, 1, 60, 60", "LONG, 1, , 9223372036854775807", "SHORT, , , -5", "BYTE, , , 0", "DOUBLE, 0, 1, 0.25",
        "FLOAT, , , 3", "YES_NO, , , true", "CHARACTER, , , 字", "TEXT, , 3, 三个字", "SECRET, 4, , abcd"
    })
    void aGoodValueIsTakenAsItsType(SettingType type, String min, String max, String good) {
        Setting setting = setting(type, 0, min, max);

        assertThat(setting.fault(List.of(good))).isEmpty();
        assertThat(setting.typed(List.of(good))).isInstanceOf(type.javaType());
    }

    @Test
    void aListHasSoManyValuesAtMostAndBecomesAnArrayOrAVector() {
        Setting array = setting(SettingType.INTEGER, 2, "1", "9");
        Setting vector = setting(SettingType.TEXT, -2, null, null);

        assertThat(array.fault(List.of("1", "2"))).isEmpty();
        assertThat(array.fault(List.of())).isEmpty();
        assertThat(array.fault(List.of("1", "2", "3"))).isPresent();
        assertThat(array.fault(List.of("1", "10"))).isPresent();
        assertThat(array.typed(List.of("1", "2"))).isEqualTo(new Integer[] {1, 2});
        assertThat(vector.typed(List.of("a"))).isEqualTo(new Vector<>(Arrays.asList("a")));
    }

    @Test
    void oneOfTheOptionsAndNothingElse() {
        Setting mode = new Setting(
                "mode",
                new Text("方式", "Mode"),
                new Text("", ""),
                SettingType.TEXT,
                0,
                true,
                null,
                null,
                List.of(new Setting.Option("strict", new Text("严格", "Strict"))),
                List.of("strict"));

        assertThat(mode.fault(List.of("strict"))).isEmpty();
        assertThat(mode.fault(List.of("Strict")).orElseThrow().en()).isEqualTo("Must be one of: strict");
    }

    private static Setting setting(SettingType type, int cardinality, String min, String max) {
        return new Setting(
                "key", new Text("项", "Key"), new Text("", ""), type, cardinality, true, min, max, List.of(), List.of());
    }
}

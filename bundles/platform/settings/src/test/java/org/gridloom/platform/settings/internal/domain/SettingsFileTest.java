package org.gridloom.platform.settings.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.text.Text;
import org.junit.jupiter.api.Test;

class SettingsFileTest {

    private static final SettingsModule MODULE = new SettingsModule(
            "vendor.gate",
            "vendor.gate",
            new Text("门禁", "Gate"),
            new Text("", ""),
            List.of(setting("title", SettingType.TEXT, 0), setting("hosts", SettingType.TEXT, 3)));

    @Test
    void linesAreValuesAndNothingIsEscaped() {
        SettingsFile file = SettingsFile.parse("\uFEFF# 注释\r\n\r\n title = 和平区 = \\u0041, #1 \nhosts=a,b\nhosts = c\n");

        assertThat(file.faults()).isEmpty();
        assertThat(file.valuesFor(MODULE))
                .containsExactly(
                        Map.entry("title", List.of("和平区 = \\u0041, #1")), Map.entry("hosts", List.of("a,b", "c")));
        assertThat(file.rows()).containsEntry("title", 3).containsEntry("hosts", 4);
    }

    @Test
    void aLineThatSaysNothingIsAFaultWithItsNumber() {
        assertThat(SettingsFile.parse("title = x\nhosts\n= y").faults())
                .extracting(Violation::row)
                .containsExactly(2, 3);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Map<String, List<String>> values = Map.of("title", List.of(""), "hosts", List.of("a,b", "#c"));
        Map<String, List<String>> empty = Map.of("hosts", List.of());

        assertThat(SettingsFile.parse(SettingsFile.write(MODULE, values)).valuesFor(MODULE))
                .isEqualTo(values);
        assertThat(SettingsFile.parse(SettingsFile.write(MODULE, empty)).valuesFor(MODULE))
                .isEqualTo(empty);
    }

    private static Setting setting(String key, SettingType type, int cardinality) {
        return new Setting(
                key, new Text(key, key), new Text("", ""), type, cardinality, false, null, null, List.of(), List.of());
    }
}

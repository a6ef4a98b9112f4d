package org.gridloom.platform.settings.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.gridloom.platform.text.Text;

/** Any text as a value of any type. */
class AnyValueTest {

    private static final Text WORDS = new Text("词", "word");

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(5),
                Arbitraries.strings().withChars("+-.0123456789eEdfxNaIninity ").ofMaxLength(8),
                Arbitraries.doubles().map(String::valueOf),
                Arbitraries.longs().map(String::valueOf),
                Arbitraries.of(
                        "1e300", "-1e300", "3.5e38", "true", "a\u2028b", " a", "a ", "\t", " ", "\ud83d", "#", "="));
    }

    @Property(tries = 1000)
    void itIsRefusedOrHoldsAsItsTypeAndInAFile(
            @ForAll SettingType type,
            @ForAll boolean isList,
            @ForAll @Size(max = 3) List<@From("texts") String> values) {
        Setting setting = new Setting(
                "key", WORDS, WORDS, type, isList ? Integer.MAX_VALUE : 0, true, null, null, List.of(), List.of());
        Optional<Text> fault = setting.fault(values);
        if (fault.isPresent()) {
            assertThat(fault.get().en()).startsWith("Must");
            return;
        }

        assertThat(setting.typed(values)).isNotNull();
        assertThat(setting.shown(values)).isNotNull();
        if (!setting.isSecret()) {
            SettingsModule module = new SettingsModule("test.module", "test.bundle", WORDS, WORDS, List.of(setting));
            SettingsFile file = SettingsFile.parse(SettingsFile.write(module, Map.of("key", values)));
            assertThat(file.faults()).isEmpty();
            assertThat(file.valuesFor(module)).isEqualTo(Map.of("key", values));
        }
    }
}

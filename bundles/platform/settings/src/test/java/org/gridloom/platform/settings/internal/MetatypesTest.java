package org.gridloom.platform.settings.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.gridloom.platform.settings.internal.domain.Setting;
import org.gridloom.platform.settings.internal.domain.SettingType;
import org.gridloom.platform.settings.internal.domain.SettingsModule;
import org.gridloom.platform.text.Text;
import org.junit.jupiter.api.Test;

class MetatypesTest {

    private final SettingsModule gate = Gate.declared();

    @Test
    void bothLanguagesAreReadFromNamesAndFromProperties() {
        assertThat(gate.name()).isEqualTo(Gate.NAME);
        assertThat(gate.title()).isEqualTo(new Text("门禁", "Gate"));
        assertThat(gate.description()).isEqualTo(new Text("谁能进门", "Who comes in"));
        assertThat(setting("share").name()).isEqualTo(new Text("比例", "Share"));
    }

    @Test
    void typesBoundsOptionsAndDefaultsAreReadInTheirOrder() {
        assertThat(gate.settings()).extracting(Setting::key).startsWith("minutes", "longestMinutes", "share");
        assertThat(setting("minutes"))
                .extracting(Setting::type, Setting::min, Setting::max)
                .containsExactly(SettingType.INTEGER, "1", "60");
        assertThat(setting("mode").options())
                .containsExactly(
                        new Setting.Option("strict", new Text("严格", "Strict")),
                        new Setting.Option("lax", new Text("宽松", "Lax")));
        assertThat(setting("hosts").defaults()).containsExactly("a", "b");
        assertThat(setting("waits").defaults()).isEmpty();
        assertThat(setting(".token").isSecret()).isTrue();
        assertThat(setting("title").defaults()).isIn(List.of(), List.of(""));
    }

    @Test
    void whatThereCanBeSeveralOfIsNoModule() throws IOException {
        ClassLoader loader = getClass().getClassLoader();
        assertThat(Metatypes.read("bundle", loader.getResource("gate/metatype.xml"), loader::getResource))
                .extracting(SettingsModule::name)
                .containsExactly(Gate.NAME);
    }

    private Setting setting(String key) {
        return gate.find(key).orElseThrow();
    }
}

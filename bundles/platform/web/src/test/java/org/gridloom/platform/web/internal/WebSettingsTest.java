package org.gridloom.platform.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.settings.SettingValues;
import org.gridloom.platform.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebSettingsTest {

    private final WebSettings settings = new WebSettings();

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#fff", "#12345g", "#123456;}", "#AABBCC "})
    void whatIsNoColourIsRefused(String accent) {
        assertThat(settings.check(values("accent", accent)))
                .extracting(Violation::field)
                .containsExactly("accent");
    }

    @Test
    void whatIsSetHolds() {
        settings.change(config("#0055aa", ""));

        assertThat(settings.accent()).isEqualTo("#0055aa");
        assertThat(settings.title()).isEqualTo(new Text("织格", "Gridloom"));
        assertThat(settings.check(values("accent", "#0055aa"))).isEmpty();
    }

    @Test
    void aTitleMaySayBothLanguages() {
        settings.change(config("#0055aa", "和平区网格 | Heping grid"));

        assertThat(settings.title()).isEqualTo(new Text("和平区网格", "Heping grid"));
    }

    @Test
    void withoutATitleTheNameIsShown() {
        settings.change(config("#0055aa", ""));
        assertThat(settings.title()).isEqualTo(settings.name());
    }

    @Test
    void aCodeIsOfDigitsAndALanguageIsThereOnce() {
        assertThat(settings.check(values("code", "21o102")))
                .extracting(Violation::field)
                .containsExactly("code");
        assertThat(settings.check(values("languages", "en", "en")))
                .extracting(Violation::field)
                .containsExactly("languages");
        assertThat(settings.check(values("languages")))
                .extracting(Violation::field)
                .containsExactly("languages");
    }

    private static SettingValues values(String key, String... values) {
        Map<String, List<String>> all = new HashMap<>(
                Map.of("accent", List.of("#0055aa"), "code", List.of("210102"), "languages", List.of("zh-CN", "en")));
        all.put(key, List.of(values));
        return new SettingValues(all);
    }

    static WebSettings.Config config(String accent, String title) {
        return new WebSettings.Config() {
            @Override
            public String code() {
                return "";
            }

            @Override
            public String name() {
                return "";
            }

            @Override
            public String[] languages() {
                return new String[] {"zh-CN", "en"};
            }

            @Override
            public String accent() {
                return accent;
            }

            @Override
            public String title() {
                return title;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return WebSettings.Config.class;
            }
        };
    }
}

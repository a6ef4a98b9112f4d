package org.gridloom.platform.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import org.gridloom.platform.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebSettingsTest {

    private final WebSettings settings = new WebSettings();

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#fff", "#12345g", "#123456;}", "#AABBCC "})
    void whatIsNoColourIsRefusedAndTheFormerKept(String accent) {
        settings.change(config("#0055aa", "和平"));

        settings.change(config(accent, "沈河"));

        assertThat(settings.accent()).isEqualTo("#0055aa");
        assertThat(settings.title()).isEqualTo(new Text("和平", "和平"));
    }

    @Test
    void aFirstConfigurationThatIsBadLeavesTheDefaults() {
        settings.change(config("red", ""));

        assertThat(settings.accent()).isEqualTo("#b42318");
        assertThat(settings.title()).isEqualTo(new Text("织格", "Gridloom"));
    }

    @Test
    void aTitleMaySayBothLanguages() {
        settings.change(config("#0055aa", "和平区网格 | Heping grid"));

        assertThat(settings.title()).isEqualTo(new Text("和平区网格", "Heping grid"));
    }

    @Test
    void anOverlongTitleIsRefused() {
        settings.change(config("#0055aa", "长".repeat(81)));

        assertThat(settings.title()).isEqualTo(new Text("织格", "Gridloom"));
    }

    static WebSettings.Config config(String accent, String title) {
        return new WebSettings.Config() {
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

package org.gridloom.platform.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void aBadValueIsRefusedAndTheFormerSettingsStay() {
        Settings settings = Node.settings(Map.of("sessionIdleMinutes", 10));

        settings.modified(Node.config(Map.of("sessionIdleMinutes", 20, "passwordMinLength", 4)));

        assertThat(settings.sessionIdle()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.passwordRules().minLength()).isEqualTo(10);
    }

    @Test
    void aGoodValueHoldsAtOnce() {
        Settings settings = Node.settings(Map.of());

        settings.modified(Node.config(Map.of("sessionIdleMinutes", 20, "trustedProxies", new String[] {"10.0.0.2"})));

        assertThat(settings.sessionIdle()).isEqualTo(Duration.ofMinutes(20));
        assertThat(settings.trusts("10.0.0.2")).isTrue();
    }
}

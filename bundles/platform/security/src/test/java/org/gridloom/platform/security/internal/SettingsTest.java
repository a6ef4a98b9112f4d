package org.gridloom.platform.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.settings.SettingValues;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void aGoodValueHoldsAtOnce() {
        Settings settings = Node.settings(Map.of());

        settings.change(Node.config(Map.of("sessionIdleMinutes", 20, "trustedProxies", new String[] {"10.0.0.2"})));

        assertThat(settings.sessionIdle()).isEqualTo(Duration.ofMinutes(20));
        assertThat(settings.trusts("10.0.0.2")).isTrue();
    }

    @Test
    void aFirstLockIsNoLongerThanTheLongest() {
        Settings settings = Node.settings(Map.of());

        assertThat(settings.check(values(900, "10.0.0.2"))).isEmpty();
        assertThat(settings.check(values(901, "10.0.0.2")))
                .extracting(Violation::field)
                .containsExactly("lockoutSeconds");
    }

    @Test
    void aProxyIsAnAddressOrARangeOfThem() {
        Settings settings = Node.settings(Map.of());

        assertThat(settings.check(values(900, "10.0.0.0/8"))).isEmpty();
        assertThat(settings.check(values(900, "proxy.example")))
                .extracting(Violation::field)
                .containsExactly("trustedProxies");
    }

    private static SettingValues values(int first, String proxy) {
        return new SettingValues(Map.of(
                "lockoutSeconds",
                List.of(Integer.toString(first)),
                "lockoutMaxSeconds",
                List.of("900"),
                "trustedProxies",
                List.of(proxy)));
    }
}

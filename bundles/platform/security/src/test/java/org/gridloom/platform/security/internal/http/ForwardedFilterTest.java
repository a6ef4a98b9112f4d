package org.gridloom.platform.security.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.gridloom.platform.security.internal.Settings;
import org.gridloom.platform.security.internal.domain.Addresses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedFilterTest {

    private final Settings settings = mock(Settings.class);
    private final Addresses proxies = new Addresses(List.of("10.0.0.0/8", "127.0.0.1", "fd00::/8"));
    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final HttpServletResponse response = mock(HttpServletResponse.class);
    private final AtomicReference<HttpServletRequest> seen = new AtomicReference<>();

    @BeforeEach
    void plain() {
        lenient().when(settings.trusts(anyString())).thenAnswer(call -> proxies.contain(call.getArgument(0)));
        lenient().when(request.getScheme()).thenReturn("http");
        lenient().when(request.getServerName()).thenReturn("127.0.0.1");
        lenient().when(request.getServerPort()).thenReturn(8181);
        lenient().when(request.getRequestURI()).thenReturn("/api/session");
        lenient().when(request.getHeader("Host")).thenReturn("127.0.0.1:8181");
    }

    @Test
    void aStrangerMayWriteWhatItLikes() throws Exception {
        send("192.0.2.9", Map.of("X-Forwarded-For", "127.0.0.1", "X-Forwarded-Proto", "https"));
        assertThat(seen.get()).isSameAs(request);
        verify(response, never()).setHeader(anyString(), anyString());
    }

    @Test
    void behindATrustedProxyTheRequestIsAsTheBrowserSentIt() throws Exception {
        send(
                "127.0.0.1",
                Map.of(
                        "X-Forwarded-For", "203.0.113.7",
                        "X-Forwarded-Proto", "https",
                        "X-Forwarded-Host", "grid.example.gov.cn"));
        assertThat(seen.get().getRemoteAddr()).isEqualTo("203.0.113.7");
        assertThat(seen.get().isSecure()).isTrue();
        assertThat(seen.get().getScheme()).isEqualTo("https");
        assertThat(seen.get().getHeader("Host")).isEqualTo("grid.example.gov.cn");
        assertThat(seen.get().getRequestURL()).hasToString("https://grid.example.gov.cn/api/session");
        verify(response).setHeader("Strict-Transport-Security", "max-age=31536000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6.6.6.6, 203.0.113.7, 10.0.0.2 | 203.0.113.7",
                "203.0.113.7:4711 | 203.0.113.7",
                "[2001:db8::7]:4711, fd00::1 | 2001:db8::7",
                "2001:db8::7 | 2001:db8::7",
                "10.0.0.3 | 10.0.0.3",
                "203.0.113.7, evil.example | 10.0.0.1",
                "<script> | 10.0.0.1",
                "999.1.1.1 | 10.0.0.1",
            })
    void theSourceIsTheNearestAddressThatIsNoTrustedProxy(String forwarded, String source) throws Exception {
        send("10.0.0.1", Map.of("X-Forwarded-For", forwarded));
        assertThat(seen.get().getRemoteAddr()).isEqualTo(source);
    }

    @Test
    void aHostThatIsNoneIsNotBelieved() throws Exception {
        send("10.0.0.1", Map.of("X-Forwarded-Host", "evil.example/path?x"));
        assertThat(seen.get().getServerName()).isEqualTo("127.0.0.1");
        assertThat(seen.get().getServerPort()).isEqualTo(8181);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "proxy.example", "10.0.0", "fd00::/129", "10.0.0.0/x"})
    void whatIsNoRangeIsRefusedByName(String range) {
        assertThatThrownBy(() -> new Addresses(List.of(range)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(range);
    }

    private void send(String peer, Map<String, String> headers) throws Exception {
        lenient().when(request.getRemoteAddr()).thenReturn(peer);
        headers.forEach((name, value) -> lenient().when(request.getHeader(name)).thenReturn(value));
        new ForwardedFilter(settings)
                .doFilter(request, response, (passed, answer) -> seen.set((HttpServletRequest) passed));
    }
}

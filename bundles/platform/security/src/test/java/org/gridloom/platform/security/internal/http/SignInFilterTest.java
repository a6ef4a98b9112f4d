package org.gridloom.platform.security.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.RequestId;
import org.gridloom.platform.security.Caller;
import org.gridloom.platform.security.internal.CallerThreads;
import org.gridloom.platform.security.internal.Credentials;
import org.gridloom.platform.security.internal.Sessions;
import org.gridloom.platform.security.internal.Settings;
import org.gridloom.platform.security.internal.SignedIn;
import org.gridloom.platform.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;

@ExtendWith(MockitoExtension.class)
class SignInFilterTest {

    private static final SignedIn LI = new SignedIn("li", "token-of-li");

    @Mock
    private Credentials credentials;

    @Mock
    private Sessions sessions;

    @Mock
    private Settings settings;

    @Mock
    private HttpServletRequest request;

    @Mock
    private HttpServletResponse response;

    private final CallerThreads callers = new CallerThreads();
    private final AtomicReference<Optional<Caller>> served = new AtomicReference<>();
    private final FilterChain chain = (asked, answer) -> served.set(callers.current());
    private SignInFilter filter;

    @BeforeEach
    void aRequest() {
        filter = new SignInFilter(callers, credentials, sessions, settings);
        lenient().when(request.getMethod()).thenReturn("GET");
        lenient().when(request.getRemoteAddr()).thenReturn("10.0.0.1");
        lenient().when(request.getAttribute(RequestId.ATTRIBUTE)).thenReturn("r-1");
        lenient().when(sessions.find(anyString())).thenReturn(Optional.empty());
        lenient().when(sessions.find("token-of-li")).thenReturn(Optional.of(LI));
    }

    @Test
    void aRequestWithoutCredentialGoesOnAsNobodys() throws Exception {
        filter.doFilter(request, response, chain);

        assertThat(served.get()).isEmpty();
    }

    @Test
    void aCookieMakesItsAccountTheCallerForAsLongAsTheRequestLasts() throws Exception {
        cookie("token-of-li");

        filter.doFilter(request, response, chain);

        assertThat(served.get()).contains(new Caller("li", "rest", "r-1", "10.0.0.1", null));
        assertThat(callers.current()).isEmpty();
    }

    @Test
    void anEndedSessionsCookieIsTakenAwayAndTheRequestIsNobodys() throws Exception {
        cookie("old");

        filter.doFilter(request, response, chain);

        assertThat(served.get()).isEmpty();
        verify(response).addHeader("Set-Cookie", "GRIDLOOM_SESSION=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict");
    }

    @Test
    void onTlsOnlyTheCookieCountsThatNobodyElseCanSet() throws Exception {
        when(request.isSecure()).thenReturn(true);
        cookie("token-of-li");

        filter.doFilter(request, response, chain);
        assertThat(served.get()).isEmpty();

        when(request.getCookies()).thenReturn(new Cookie[] {new Cookie("__Host-GRIDLOOM_SESSION", "token-of-li")});
        filter.doFilter(request, response, chain);
        assertThat(served.get()).map(Caller::account).contains("li");
    }

    @Test
    void aChangeByCookieNeedsTheSessionsOwnCsrfToken() throws Exception {
        cookie("token-of-li");
        method("POST");

        assertThat(refusal()).isEqualTo(Problem.Kind.FORBIDDEN);

        header(Request.CSRF_HEADER, new SignedIn("eve", "token-of-eve").csrf());
        assertThat(refusal()).isEqualTo(Problem.Kind.FORBIDDEN);

        header(Request.CSRF_HEADER, LI.csrf());
        filter.doFilter(request, response, chain);
        assertThat(served.get()).isPresent();
    }

    @Test
    void aChangeFromAnotherSitesPageIsRefusedEvenWithoutCookie() {
        method("POST");
        header("Sec-Fetch-Site", "cross-site");
        assertThat(refusal()).isEqualTo(Problem.Kind.FORBIDDEN);
    }

    @Test
    void withoutFetchMetadataTheOriginDecides() {
        method("POST");
        header("Host", "grid.example:8181");
        header("Origin", "https://evil.example");
        assertThat(refusal()).isEqualTo(Problem.Kind.FORBIDDEN);

        header("Origin", "http://grid.example:8181");
        assertThat(refusal()).isNull();
    }

    @Test
    void aBearerTokenNeedsNoCsrfToken() throws Exception {
        method("DELETE");
        header("Authorization", "Bearer token-of-li");

        filter.doFilter(request, response, chain);

        assertThat(served.get()).map(Caller::account).contains("li");
    }

    @Test
    void nameAndPasswordMayHoldColonsAndChinese() throws Exception {
        when(credentials.verifyAgain("li", "密码:x", "10.0.0.1")).thenReturn("li");
        header("Authorization", basic("li:密码:x"));

        filter.doFilter(request, response, chain);

        assertThat(served.get()).map(Caller::account).contains("li");
    }

    @Test
    void whoIsNotYetBelievedIsNobodyAtThatAddress() throws Exception {
        AtomicReference<Optional<Caller>> meanwhile = new AtomicReference<>();
        when(credentials.verifyAgain("li", "password", "10.0.0.1")).thenAnswer(asked -> {
            meanwhile.set(callers.current());
            return "li";
        });
        header("Authorization", basic("li:password"));

        filter.doFilter(request, response, chain);

        assertThat(meanwhile.get()).contains(new Caller(Caller.NOBODY, "rest", "r-1", "10.0.0.1", null));
    }

    @Test
    void aReasonIsTakenFromItsHeader() throws Exception {
        header("Authorization", "Bearer token-of-li");
        header(ReasonHeader.NAME, "%E5%90%88%E5%B9%B6%20a+b");

        filter.doFilter(request, response, chain);
        assertThat(served.get()).map(Caller::reason).contains("合并 a+b");

        header(ReasonHeader.NAME, "%20");
        filter.doFilter(request, response, chain);
        assertThat(served.get()).map(Caller::reason).isEmpty();
    }

    @Test
    void aReasonThatCannotBeReadIsRefused() {
        header("Authorization", "Bearer token-of-li");
        for (String wrong : new String[] {"%", "%GG", "%FF", "a%0Ab", "x".repeat(201)}) {
            header(ReasonHeader.NAME, wrong);
            assertThat(refusal()).as(wrong).isEqualTo(Problem.Kind.INVALID);
        }
        assertThat(served.get()).isNull();
    }

    @Test
    void aWrongHeaderIsRefusedWhateverElseTheRequestCarries() {
        lenient().when(request.getCookies()).thenReturn(new Cookie[] {new Cookie("GRIDLOOM_SESSION", "token-of-li")});
        for (String wrong : new String[] {"Bearer old", "Basic !!", basic("no-colon"), "Digest x", "Bearer"}) {
            header("Authorization", wrong);
            assertThat(refusal()).as(wrong).isEqualTo(Problem.Kind.UNAUTHENTICATED);
        }
        assertThat(served.get()).isNull();
    }

    @Test
    void toolsAreToldToUseBasicAndBrowsersAreNotSoThatTheyAskNobody() {
        header("Authorization", basic("li:wrong"));
        when(credentials.verifyAgain(any(), any(), any()))
                .thenThrow(new Problem(Problem.Kind.UNAUTHENTICATED, Text.of("错", "wrong")));

        refusal();
        verify(response).setHeader("WWW-Authenticate", "Basic realm=\"Gridloom\", charset=\"UTF-8\"");

        header("Sec-Fetch-Mode", "cors");
        refusal();
        verify(response).setHeader(anyString(), anyString());
    }

    @Test
    void aRequestWithIdempotencyKeyIsNoWayToSignIn() {
        header("Idempotency-Key", "1");
        assertThat(catchThrowableOfType(Problem.class, () -> new Request(request, settings).refuseIdempotencyKey())
                        .violations())
                .hasSize(1);
        assertThat(mock(HttpServletRequest.class).getHeader("Idempotency-Key")).isNull();
    }

    private Problem.Kind refusal() {
        Problem problem = catchThrowableOfType(Problem.class, () -> filter.doFilter(request, response, chain));
        return problem == null ? null : problem.kind();
    }

    private void cookie(String token) {
        when(request.getCookies()).thenReturn(new Cookie[] {new Cookie("GRIDLOOM_SESSION", token)});
    }

    private void method(String method) {
        lenient().when(request.getMethod()).thenReturn(method);
    }

    private void header(String name, String value) {
        lenient().when(request.getHeader(name)).thenReturn(value);
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}

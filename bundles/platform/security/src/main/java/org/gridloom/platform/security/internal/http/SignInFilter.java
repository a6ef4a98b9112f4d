package org.gridloom.platform.security.internal.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Callers;
import org.gridloom.platform.security.internal.Credentials;
import org.gridloom.platform.security.internal.Sessions;
import org.gridloom.platform.security.internal.Settings;
import org.gridloom.platform.security.internal.SignedIn;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/**
 * Finds out who calls. An Authorization header must be right, or the request is refused. A cookie that is none any more
 * is taken away and the request goes on as nobody's: what needs a caller refuses it there. A request that a cookie
 * vouches for, and that may change something, must show the session's CSRF token: only a page of ours can know it.
 */
@Component(service = Filter.class, property = "service.ranking:Integer=900000")
@HttpWhiteboardFilterName("gridloom-sign-in")
@HttpWhiteboardFilterPattern("/api/*")
@HttpWhiteboardFilterAsyncSupported
public class SignInFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient Callers callers;
    private final transient Credentials credentials;
    private final transient Sessions sessions;
    private final transient Settings settings;

    @Activate
    public SignInFilter(
            @Reference Callers callers,
            @Reference Credentials credentials,
            @Reference Sessions sessions,
            @Reference Settings settings) {
        this.callers = callers;
        this.credentials = credentials;
        this.sessions = sessions;
        this.settings = settings;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Request asked = new Request(request, settings);
        Optional<SignedIn> signedIn = asked.hasAuthorization() ? byHeader(asked, response) : byCookie(asked, response);
        if (signedIn.isEmpty()) {
            requireOwnPage(asked);
            chain.doFilter(request, response);
            return;
        }
        asked.remember(signedIn.get());
        Exception failure = callers.call(asked.callAs(signedIn.get().account()), () -> {
            try {
                chain.doFilter(request, response);
                return null;
            } catch (IOException | ServletException e) {
                return e;
            }
        });
        if (failure instanceof IOException io) {
            throw io;
        } else if (failure instanceof ServletException servlet) {
            throw servlet;
        }
    }

    private Optional<SignedIn> byHeader(Request asked, HttpServletResponse response) {
        try {
            Optional<String> bearer = asked.authorization("Bearer");
            return Optional.of(bearer.isPresent() ? byToken(bearer.get()) : byPassword(asked));
        } catch (Problem problem) {
            boolean byToken = asked.authorization("Bearer").isPresent();
            if (problem.kind() == Problem.Kind.UNAUTHENTICATED && !byToken && !asked.isFromBrowser()) {
                response.setHeader("WWW-Authenticate", "Basic realm=\"Gridloom\", charset=\"UTF-8\"");
            }
            throw problem;
        }
    }

    private SignedIn byToken(String token) {
        return sessions.find(token)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.UNAUTHENTICATED,
                        Text.of("令牌无效或已过期,请重新登录", "The token is unknown or has expired: sign in again")));
    }

    private SignedIn byPassword(Request asked) {
        String[] pair = asked.authorization("Basic")
                .flatMap(Request::basic)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.UNAUTHENTICATED,
                        Text.of(
                                "Authorization 头应为 Bearer 令牌或 Basic 账号密码",
                                "The Authorization header must hold a Bearer token or Basic name and password")));
        return callers.call(
                asked.callAsNobody(),
                () -> new SignedIn(credentials.verifyAgain(pair[0], pair[1], asked.source()), null));
    }

    private Optional<SignedIn> byCookie(Request asked, HttpServletResponse response) {
        Optional<String> cookie = asked.cookie();
        Optional<SignedIn> signedIn = cookie.flatMap(sessions::find);
        if (cookie.isPresent() && signedIn.isEmpty()) {
            response.addHeader(
                    "Set-Cookie",
                    SessionCookie.name(asked.isSecure()) + "=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict"
                            + (asked.isSecure() ? "; Secure" : ""));
        }
        signedIn.filter(found -> !asked.isSafe()).ifPresent(found -> requireToken(asked, found));
        return signedIn;
    }

    private static void requireToken(Request asked, SignedIn signedIn) {
        requireOwnPage(asked);
        byte[] shown = Objects.requireNonNullElse(asked.csrfToken(), "").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(shown, signedIn.csrf().getBytes(StandardCharsets.UTF_8))) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN,
                    Text.of(
                            "缺少或错误的 %s 头;请用 GET /api/session 返回的 csrfToken",
                            "The %s header is missing or wrong: send the csrfToken of GET /api/session",
                            Request.CSRF_HEADER));
        }
    }

    /** Also for signing in: another site must not sign a browser in under a name of its own. */
    private static void requireOwnPage(Request asked) {
        if (!asked.isSafe() && asked.isFromAnotherSite()) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN, Text.of("不接受其他网站页面的请求", "Requests from other sites' pages are refused"));
        }
    }
}

package org.gridloom.platform.security.internal.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.RequestId;
import org.gridloom.platform.security.Caller;
import org.gridloom.platform.security.internal.Settings;
import org.gridloom.platform.security.internal.SignedIn;
import org.gridloom.platform.text.Text;

/** What sign-in wants to know of a request. */
public final class Request {

    /** Header by which a page shows that it may read what we answer. */
    public static final String CSRF_HEADER = "X-CSRF-Token";

    private static final String SIGNED_IN = SignedIn.class.getName();
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final HttpServletRequest request;
    private final Settings settings;

    public Request(HttpServletRequest request, Settings settings) {
        this.request = request;
        this.settings = settings;
    }

    /** Network address that the request comes from; see {@link ForwardedFilter}. */
    public String source() {
        return request.getRemoteAddr();
    }

    /** Whether the browser speaks TLS to us or to a trusted proxy. */
    public boolean isSecure() {
        return request.isSecure();
    }

    public String agent() {
        return request.getHeader("User-Agent");
    }

    /** Who signed in, as the filter found it; empty for nobody. */
    public Optional<SignedIn> signedIn() {
        return Optional.ofNullable((SignedIn) request.getAttribute(SIGNED_IN));
    }

    /**
     * The account as caller of this request.
     *
     * @throws Problem {@link Problem.Kind#INVALID} if it comes with a reason that cannot be read
     */
    public Caller callAs(String account) {
        String id = (String) request.getAttribute(RequestId.ATTRIBUTE);
        return new Caller(
                account,
                "rest",
                id == null ? UUID.randomUUID().toString() : id,
                source(),
                ReasonHeader.of(request).orElse(null));
    }

    /** Whoever sends this request, before it is known who that is. */
    public Caller callAsNobody() {
        return callAs(Caller.NOBODY);
    }

    /**
     * Failures to sign in must stay counted and tokens must not be kept, so such requests cannot be repeated.
     *
     * @throws Problem {@link Problem.Kind#INVALID} if the request asks for it
     */
    public void refuseIdempotencyKey() {
        if (request.getHeader("Idempotency-Key") != null) {
            throw Problem.invalid(
                    "Idempotency-Key", Text.of("登录与改密请求不支持此头", "Not for signing in or changing a password"));
        }
    }

    void remember(SignedIn signedIn) {
        request.setAttribute(SIGNED_IN, signedIn);
    }

    Optional<String> cookie() {
        Cookie[] cookies = request.getCookies();
        String name = SessionCookie.name(isSecure());
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** Content of the Authorization header under a scheme. */
    Optional<String> authorization(String scheme) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, scheme + " ", 0, scheme.length() + 1)
                ? Optional.of(header.substring(scheme.length() + 1).strip())
                : Optional.empty();
    }

    boolean hasAuthorization() {
        return request.getHeader("Authorization") != null;
    }

    /** Name and password of a Basic credential (RFC 7617, UTF-8); empty if it is none. */
    static Optional<String[]> basic(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new String[] {pair.substring(0, colon), pair.substring(colon + 1)});
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    boolean isSafe() {
        return SAFE.contains(request.getMethod().toUpperCase(Locale.ROOT));
    }

    String csrfToken() {
        return request.getHeader(CSRF_HEADER);
    }

    /** Browsers say which page a request comes from; everything but a browser says nothing. */
    boolean isFromAnotherSite() {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin != null && !origin.replaceFirst("^https?://", "").equalsIgnoreCase(request.getHeader("Host"));
    }

    /** Whether a browser sent it, which would ask for name and password in a window of its own if we said Basic. */
    boolean isFromBrowser() {
        return request.getHeader("Sec-Fetch-Mode") != null || request.getHeader("Origin") != null;
    }
}

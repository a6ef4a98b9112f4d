package org.gridloom.platform.security.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gridloom.platform.security.internal.Settings;
import org.gridloom.platform.security.internal.domain.Addresses;

/** A request as the browser sent it to the proxy. */
final class ForwardedRequest extends HttpServletRequestWrapper {

    private static final Pattern HOST = Pattern.compile("(\\[[0-9a-fA-F:]+]|[A-Za-z0-9.-]{1,253})(?::([0-9]{1,5}))?");
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final String source;
    private final boolean secure;
    private final String host;
    private final String name;
    private final int port;

    private ForwardedRequest(HttpServletRequest request, String source, boolean secure, String host) {
        super(request);
        this.source = source;
        this.secure = secure;
        this.host = host;
        var parts = HOST.matcher(host == null ? "" : host);
        boolean named = parts.matches();
        name = named ? parts.group(1) : request.getServerName();
        int standard = secure ? HTTPS : HTTP;
        if (named) {
            port = parts.group(2) == null ? standard : Integer.parseInt(parts.group(2));
        } else {
            port = request.getServerPort();
        }
    }

    /** The request itself unless it comes from a trusted proxy. */
    static HttpServletRequest of(HttpServletRequest request, Settings settings) {
        String peer = request.getRemoteAddr();
        if (!settings.trusts(peer)) {
            return request;
        }
        boolean secure = request.isSecure() || "https".equalsIgnoreCase(last(request.getHeader("X-Forwarded-Proto")));
        String host = Optional.ofNullable(last(request.getHeader("X-Forwarded-Host")))
                .filter(text -> HOST.matcher(text).matches())
                .orElse(request.getHeader("Host"));
        return new ForwardedRequest(
                request, source(request.getHeader("X-Forwarded-For"), peer, settings), secure, host);
    }

    /** The nearest that is no trusted proxy; what is further away may be made up. */
    private static String source(String forwarded, String peer, Settings settings) {
        String[] hops = forwarded == null ? new String[0] : forwarded.split(",");
        String nearest = peer;
        for (int i = hops.length - 1; i >= 0; i--) {
            String hop = withoutPort(hops[i].strip());
            if (!Addresses.isAddress(hop)) {
                return nearest;
            }
            nearest = hop;
            if (!settings.trusts(hop)) {
                return nearest;
            }
        }
        return nearest;
    }

    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            int end = hop.indexOf(']');
            return end < 0 ? hop : hop.substring(1, end);
        }
        int colon = hop.indexOf(':');
        return colon > 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }

    /** The one that the nearest proxy set. */
    private static String last(String header) {
        return header == null
                ? null
                : header.substring(header.lastIndexOf(',') + 1).strip();
    }

    @Override
    public String getRemoteAddr() {
        return source;
    }

    @Override
    public String getRemoteHost() {
        return source;
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public String getScheme() {
        return secure ? "https" : "http";
    }

    @Override
    public String getServerName() {
        return name;
    }

    @Override
    public int getServerPort() {
        return port;
    }

    @Override
    public String getHeader(String header) {
        return "Host".equalsIgnoreCase(header) ? host : super.getHeader(header);
    }

    @Override
    public StringBuffer getRequestURL() {
        StringBuffer url = new StringBuffer(getScheme()).append("://").append(name);
        if (port != (secure ? HTTPS : HTTP)) {
            url.append(':').append(port);
        }
        return url.append(getRequestURI());
    }
}

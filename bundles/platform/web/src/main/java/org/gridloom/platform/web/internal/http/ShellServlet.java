package org.gridloom.platform.web.internal.http;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gridloom.platform.web.internal.Ui;
import org.gridloom.platform.web.internal.UiRegistry;
import org.gridloom.platform.web.internal.WebSettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Serves the one page, at {@code /} and nowhere else. */
@Component(service = Servlet.class, property = "osgi.http.whiteboard.servlet.pattern=")
public final class ShellServlet extends ReadOnlyServlet {

    private static final long serialVersionUID = 1L;
    private static final String SELF = "web";

    private final transient UiRegistry registry;
    private final transient WebSettings settings;

    @Activate
    public ShellServlet(@Reference UiRegistry registry, @Reference WebSettings settings) {
        this.registry = registry;
        this.settings = settings;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Ui> own = registry.find(SELF);
        if (own.isEmpty()) {
            SafeHeaders.set(response);
            response.setHeader("Retry-After", "2");
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        Locale locale = language(request);
        ShellPage page = new ShellPage(
                own.get().base(), locale, settings.languages(), settings.title().in(locale), settings.accent());
        SafeHeaders.set(response, page.policy());
        response.setHeader(
                "Permissions-Policy",
                "camera=(self), geolocation=(self), microphone=(), display-capture=(), payment=(), usb=(), serial=(),"
                        + " midi=(), accelerometer=(), gyroscope=(), magnetometer=()");
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Content-Language", locale.toLanguageTag());
        response.setHeader("Vary", "Accept-Language");
        response.setContentType("text/html; charset=utf-8");
        byte[] html = page.html().getBytes(StandardCharsets.UTF_8);
        response.setContentLength(html.length);
        response.getOutputStream().write(html);
    }

    /** What the browser prefers of those that the district offers. */
    private Locale language(HttpServletRequest request) {
        List<Locale> offered =
                settings.languages().stream().map(Locale::forLanguageTag).toList();
        List<Locale.LanguageRange> wanted;
        try {
            wanted = Locale.LanguageRange.parse(
                    Optional.ofNullable(request.getHeader("Accept-Language")).orElse(""));
        } catch (IllegalArgumentException ignored) {
            wanted = List.of();
        }
        for (Locale.LanguageRange range : wanted) {
            String language = Locale.forLanguageTag(range.getRange()).getLanguage();
            Optional<Locale> found = offered.stream()
                    .filter(each -> range.getWeight() > 0 && each.getLanguage().equals(language))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
        }
        return offered.get(0);
    }
}

package org.gridloom.platform.web.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.gridloom.platform.web.internal.Digests;

/** The one page, in one language, with a content policy that allows its import map and nothing else inline. */
final class ShellPage {

    private static final String TEMPLATE = template();

    private final String html;
    private final String policy;

    /**
     * @param base where the platform's own files are
     * @param languages that the reader may choose
     */
    ShellPage(String base, Locale locale, List<String> languages, String title, String accent) {
        String imports = ImportMap.json(base);
        html = TEMPLATE.replace("${lang}", locale.toLanguageTag())
                .replace("${languages}", String.join(" ", languages))
                .replace("${accent}", accent)
                .replace("${imports}", imports)
                .replace("${base}", base)
                .replace("${title}", escaped(title));
        policy = "default-src 'none'; script-src 'self' 'sha256-"
                + Base64.getEncoder().encodeToString(Digests.sha256(imports))
                + "'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self';"
                + " manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    String html() {
        return html;
    }

    String policy() {
        return policy;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String template() {
        try (InputStream in = ShellPage.class.getResourceAsStream("index.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

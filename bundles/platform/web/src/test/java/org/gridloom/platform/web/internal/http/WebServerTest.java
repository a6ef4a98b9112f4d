package org.gridloom.platform.web.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridloom.platform.web.internal.Container.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.gridloom.platform.web.internal.Container;
import org.gridloom.platform.web.internal.UiRegistry;
import org.gridloom.platform.web.internal.WebSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;

class WebServerTest {

    private static final Pattern IMPORTS = Pattern.compile("<script type=\"importmap\">(.*?)</script>");

    @TempDir
    private Path cache;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Server server = new Server();
    private Container container;
    private UiRegistry registry;
    private Bundle web;

    @BeforeEach
    void start() throws Exception {
        container = new Container(cache);
        web = container.start(bundle("org.gridloom.platform.web")
                .with("ui/kit/kit.css", "a{}")
                .with("ui/lib/x.woff2", "font")
                .with("META-INF/secret.js", "secret"));
        registry = new UiRegistry(container.context());
        ServletContextHandler handler = new ServletContextHandler();
        handler.addServlet(new ServletHolder(new ShellServlet(registry, new WebSettings())), "");
        handler.addServlet(new ServletHolder(new AssetServlet(registry)), "/ui/*");
        ServletHolder icons = new ServletHolder(new IconServlet());
        handler.addServlet(icons, "/favicon.svg");
        handler.addServlet(icons, "/index.html");
        handler.addServlet(new ServletHolder(new NothingServlet()), "/");
        server.setHandler(handler);
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        container.close();
    }

    @Test
    void theContentPolicyAllowsTheImportMapAndNothingElseInline() throws Exception {
        HttpResponse<String> page = get("/");

        String hash = hashOf(imports(page));
        assertThat(policy(page))
                .contains("default-src 'none'; script-src 'self' 'sha256-" + hash + "'; style-src 'self';")
                .contains("base-uri 'none'; frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain("style=", "onload=").contains("lang=\"zh-CN\"", "<title>织格</title>");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void whatTheImportMapNamesLiesBelowTheDigest() throws Exception {
        JsonNode map = new ObjectMapper().readTree(imports(get("/"))).path("imports");

        assertThat(map.path("@gridloom/ui").asText()).isEqualTo(base() + "kit/index.js");
        assertThat(map.path("lit").asText()).isEqualTo(base() + "lib/lit/index.js");
        assertThat(map.path("lit/").asText()).isEqualTo(base() + "lib/lit/");
        assertThat(map).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en-GB,en;q=0.9 | en", "zh-TW | zh-CN", "fr | zh-CN", "fr,en;q=0.5 | en", "q=;; | zh-CN"})
    void thePageSpeaksTheLanguageOfTheBrowser(String header, String language) throws Exception {
        HttpResponse<String> page = get("/", "Accept-Language", header);

        assertThat(page.body()).contains("lang=\"" + language + "\"");
        assertThat(page.headers().firstValue("Content-Language")).contains(language);
    }

    @Test
    void aTitleCannotBreakOutOfThePage() {
        ShellPage page = new ShellPage("/ui/web/0/", Locale.ENGLISH, List.of("en"), "</title><script>\"&", "#000000");

        assertThat(page.html()).contains("<title>&lt;/title&gt;&lt;script&gt;&quot;&amp;</title>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nothing", "/x/", "/ui", "/ui/", "/ui/web", "/ui/web/", "/ui/unheard/0123456789ab/list.js"})
    void otherPathsAreNotFoundWithoutAWordOfWhatServes(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("ervlet", path);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "TRACE", "PROPFIND"})
    void otherMethodsThanReadingAreRefusedInNoWords(String method) throws Exception {
        for (String path : List.of("/", "/ui/web/0123456789ab/kit/index.js", "/favicon.svg")) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(server.getURI().resolve(path))
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        }
    }

    @Test
    void thePageIsFoundByItsFileNameToo() throws Exception {
        HttpResponse<String> answer = get("/index.html");

        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location")).contains("/");
    }

    @Test
    void theIconIsServed() throws Exception {
        HttpResponse<String> icon = get("/favicon.svg");

        assertThat(icon.body()).startsWith("<svg");
        assertThat(icon.headers().firstValue("Content-Type")).contains("image/svg+xml");
    }

    @ParameterizedTest
    @CsvSource({
        "list.js, text/javascript;charset=utf-8",
        "kit/kit.css, text/css;charset=utf-8",
        "ui.json, application/json;charset=utf-8",
        "lib/x.woff2, font/woff2"
    })
    void aFileHasItsTypeAndMayBeKeptForEver(String file, String type) throws Exception {
        HttpResponse<String> answer = get(base() + file);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
                .isEqualTo(type);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void anUnchangedFileIsNotSentAgain() throws Exception {
        String tag = get(base() + "list.js").headers().firstValue("ETag").orElseThrow();

        assertThat(get(base() + "list.js", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get(base() + "kit/kit.css", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kit/",
                "kit",
                "gone.js",
                "../META-INF/secret.js",
                "..%2FMETA-INF%2Fsecret.js",
                "kit/../../META-INF/secret.js",
                "%2e%2e/META-INF/secret.js"
            })
    void nothingOutsideTheFolderIsServedAndNoFolderListed(String path) throws Exception {
        HttpResponse<String> answer = get(base() + path);

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void afterAnUpdateAnOldAddressGivesWhatIsNewButNotForKeeping() throws Exception {
        String former = base();
        web.update(bundle("org.gridloom.platform.web").with("ui/list.js", "new").jar());

        HttpResponse<String> byOld = get(former + "list.js");
        assertThat(byOld.body()).isEqualTo("new");
        assertThat(byOld.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(base()).isNotEqualTo(former);
        assertThat(get("/").body()).contains(base()).doesNotContain(former);
        assertThat(policy(get("/"))).contains(hashOf(imports(get("/"))));
    }

    @Test
    void whileABundleIsUpdatedItsFilesAnswerTryAgainAndOthersAreServed() throws Exception {
        Bundle points = container.start(bundle("org.gridloom.points"));
        String list = registry.find("points").orElseThrow().base() + "list.js";

        points.stop();
        HttpResponse<String> during = get(list);
        assertThat(during.statusCode()).isEqualTo(503);
        assertThat(during.headers().firstValue("Retry-After")).isPresent();
        assertThat(during.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(get(base() + "list.js").statusCode()).isEqualTo(200);

        points.start();
        assertThat(get(list).statusCode()).isEqualTo(200);
        points.uninstall();
        assertThat(get(list).statusCode()).isEqualTo(404);
    }

    private String base() {
        return registry.find("web").orElseThrow().base();
    }

    private static String hashOf(String imports) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(imports.getBytes(StandardCharsets.UTF_8)));
    }

    private static String imports(HttpResponse<String> page) {
        Matcher script = IMPORTS.matcher(page.body());
        assertThat(script.find()).isTrue();
        return script.group(1);
    }

    private static String policy(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create(server.getURI().resolve("/").toString().replaceAll("/$", "") + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}

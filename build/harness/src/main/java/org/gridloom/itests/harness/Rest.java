package org.gridloom.itests.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The REST interface as one account, or nobody, uses it. */
public final class Rest {

    public static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI base;
    private final Path log;
    private final Map<String, String> headers;

    private Rest(URI base, Path log, Map<String, String> headers) {
        this.base = base;
        this.log = log;
        this.headers = headers;
    }

    /** @param log of the server, from which a failed expectation quotes */
    static Rest anonymous(URI base, Path log) {
        return new Rest(base, log, Map.of());
    }

    public Rest as(String account, String password) {
        String credential = account + ":" + password;
        return with(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.UTF_8)));
    }

    public Rest with(String header, String value) {
        Map<String, String> more = new java.util.HashMap<>(headers);
        more.put(header, value);
        return new Rest(base, log, Map.copyOf(more));
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** Sends a body as JSON, or as it is if it is text or bytes with a Content-Type given by {@link #with}. */
    public Answer send(String method, String path, Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofMinutes(5));
        headers.forEach(request::setHeader);
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else if (body instanceof String text && headers.containsKey("Content-Type")) {
            request.method(method, HttpRequest.BodyPublishers.ofString(text));
        } else if (body instanceof byte[] bytes) {
            request.method(method, HttpRequest.BodyPublishers.ofByteArray(bytes));
        } else {
            request.setHeader("Content-Type", "application/json");
            request.method(method, HttpRequest.BodyPublishers.ofString(json(body)));
        }
        try {
            return new Answer(
                    method + " " + path, CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All items of a paged list. */
    public List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        forEachPage(path, page -> page.get("items").forEach(items::add));
        return items;
    }

    /** How many items a paged list has. */
    public long total(String path) {
        return get(path + (path.contains("?") ? "&" : "?") + "size=1")
                .ok()
                .json()
                .get("total")
                .asLong();
    }

    private void forEachPage(String path, Consumer<JsonNode> page) {
        long seen = 0;
        for (int number = 0; ; number++) {
            String separator = path.contains("?") ? "&" : "?";
            JsonNode part =
                    get(path + separator + "size=500&page=" + number).ok().json();
            page.accept(part);
            seen += part.get("items").size();
            if (seen >= part.get("total").asLong() || part.get("items").isEmpty()) {
                return;
            }
        }
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What came back.
     *
     * @param log of the server that answered
     */
    public record Answer(String request, HttpResponse<String> response, Path log) {

        private static final Pattern INSTANCE = Pattern.compile("\"instance\":\"([^\"]+)\"");

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body());
            } catch (JsonProcessingException e) {
                throw new AssertionError(this + " is not JSON", e);
            }
        }

        /** Fails unless the status is 200 to 299. */
        public Answer ok() {
            if (status() / 100 != 2) {
                throw new AssertionError(this + logged());
            }
            return this;
        }

        public Answer expect(int status) {
            if (status() != status) {
                throw new AssertionError("Expected " + status + ", but " + this + logged());
            }
            return this;
        }

        /** What the server logged about a refused request. */
        private String logged() {
            Matcher instance = INSTANCE.matcher(body());
            if (!instance.find()) {
                return "";
            }
            try (Stream<String> lines = Files.lines(log)) {
                return lines.filter(line -> line.contains(instance.group(1)))
                        .map(line -> "\n  " + line)
                        .collect(Collectors.joining());
            } catch (IOException | UncheckedIOException e) {
                return "\n  (its log cannot be read: " + e + ")";
            }
        }

        @Override
        public String toString() {
            String text = body().length() > 2000 ? body().substring(0, 2000) + "…" : body();
            return request + " → " + status() + " " + text;
        }
    }
}

package org.gridloom.itests.attack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gridloom.itests.harness.Operation;

/**
 * Bad requests without end, of every operation of the OpenAPI document in turn. The same seed gives the same requests
 * of the same document.
 */
final class BadRequests {

    private interface Fault {
        BadRequest of(Operation operation);
    }

    private final List<Operation> operations;
    private final GoodRequests good;
    private final Random random;
    private final BadBodies bodies;

    BadRequests(List<Operation> operations, GoodRequests good, long seed) {
        this.operations = operations;
        this.good = good;
        this.random = new Random(seed);
        this.bodies = new BadBodies(random);
    }

    /** The one with this number; to be asked for in order. */
    BadRequest next(int number) {
        Operation operation = operations.get(number % operations.size());
        List<Fault> faults = faults(operation);
        return faults.get(random.nextInt(faults.size())).of(operation);
    }

    private List<Fault> faults(Operation operation) {
        List<Fault> faults = new ArrayList<>(List.of(
                this::badQuery, this::unknownQuery, this::badHeader, this::badMethod, this::badPath, this::badHttp));
        if (operation.path().contains("{")) {
            faults.add(this::badPathValue);
            faults.add(this::badPathValue);
        }
        if (!queries(operation).isEmpty()) {
            faults.add(this::badQuery);
            faults.add(this::badPage);
        }
        if (GoodRequests.contentType(operation).isPresent()) {
            faults.add(each -> bodies.ofAnotherType(good.of(each)));
            faults.add(each -> bodies.encoded(good.of(each)));
        }
        if (GoodRequests.takesJson(operation)) {
            for (int i = 0; i < 8; i++) {
                faults.add(each -> bodies.json(good.of(each)));
            }
        } else if (GoodRequests.contentType(operation).isPresent()) {
            for (int i = 0; i < 5; i++) {
                faults.add(each -> bodies.file(good.of(each)));
            }
        }
        return faults;
    }

    private BadRequest badPathValue(Operation operation) {
        List<String> names = names(operation, "path");
        String name = names.get(random.nextInt(names.size()));
        String value = any(OddValues.TEXTS);
        return good.of(operation, Map.of(name, value)).because("path parameter " + name);
    }

    private BadRequest badQuery(Operation operation) {
        List<String> names = queries(operation);
        if (names.isEmpty()) {
            return unknownQuery(operation);
        }
        BadRequest request = good.of(operation);
        int count = 1 + random.nextInt(2);
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < count; i++) {
            query.append(i == 0 ? "?" : "&")
                    .append(any(names))
                    .append('=')
                    .append(random.nextInt(10) == 0 ? "%ff%zz" : GoodRequests.encoded(shortened(any(OddValues.TEXTS))));
        }
        return request.target(request.target() + query).because("query");
    }

    private BadRequest badPage(Operation operation) {
        List<String> values =
                List.of("-1", "0", "2147483647", "2147483648", "99999999999999999999", "1.5", "x", "", "1e3", "%20");
        BadRequest request = good.of(operation);
        String query = "?page=" + any(values) + "&size=" + any(values)
                + (random.nextBoolean() ? "&sort=" + GoodRequests.encoded(shortened(any(OddValues.TEXTS))) : "");
        return request.target(request.target() + query).because("page");
    }

    private BadRequest unknownQuery(Operation operation) {
        BadRequest request = good.of(operation);
        String query = any(List.of(
                "?unheardOf=1",
                "?constructor=1&__proto__[admin]=1",
                "?%00=1",
                "?=",
                "?&&&&",
                "?" + "a=1&".repeat(900),
                "?administrator=true",
                "?unit=210102&unit=210103&unit[]=1",
                "?%F0%9F%98%80=1",
                "?a%0d%0aX-Injected:%20yes=1"));
        return request.target(request.target() + query).because("unknown query parameter");
    }

    private BadRequest badHeader(Operation operation) {
        Map.Entry<String, String> header = any(OddHeaders.ALL);
        BadRequest request = good.of(operation).because("header " + header.getKey());
        return header.getKey().equals("Host") && random.nextBoolean()
                ? request.anotherHeader("Host: evil.example")
                : request.header(header.getKey(), header.getValue());
    }

    private BadRequest badMethod(Operation operation) {
        return good.of(operation).method(any(OddHeaders.METHODS)).because("method");
    }

    private BadRequest badPath(Operation operation) {
        BadRequest request = good.of(operation);
        String target = request.target();
        int cut = random.nextInt(3) == 0 ? target.length() : target.lastIndexOf('/');
        return request.target(target.substring(0, cut) + any(OddValues.PATHS)).because("path");
    }

    /** Two ideas of where a request ends, by which one could be smuggled past a proxy. */
    private BadRequest badHttp(Operation operation) {
        BadRequest request = good.of(operation).because("framing").brokenHttp();
        return switch (random.nextInt(6)) {
            case 0 ->
                request.header("Content-Length", "5")
                        .header("Transfer-Encoding", "chunked")
                        .body("0\r\n\r\nG");
            case 1 -> request.header("Content-Length", "-1").body("x");
            case 2 ->
                request.header("Content-Length", "3")
                        .anotherHeader("Content-Length: 5")
                        .body("{}  x");
            case 3 -> request.header("Transfer-Encoding", "chunked").body("zz\r\n{}\r\n0\r\n\r\n");
            case 4 -> request.header("Transfer-Encoding", "gzip, identity").body("x");
            default -> request.header("Content-Length", "99999999999999999999").body("x");
        };
    }

    private static List<String> queries(Operation operation) {
        return names(operation, "query");
    }

    private static List<String> names(Operation operation, String place) {
        List<String> names = new ArrayList<>();
        for (JsonNode parameter : operation.definition().path("parameters")) {
            if (parameter.get("in").asText().equals(place)) {
                names.add(parameter.get("name").asText());
            }
        }
        return names;
    }

    /** So that it comes past the limit of a request's head; longer ones are another fault's. */
    private static String shortened(String text) {
        return text.length() > 1000 ? text.substring(0, 1000) : text;
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}

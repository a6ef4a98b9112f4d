package org.gridloom.itests.attack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridloom.itests.harness.Operation;

/** A request in the making, which begins as a good one and is then spoilt. */
final class BadRequest {

    private static final byte[] NOTHING = {};

    private final Operation operation;
    private String method;
    private String target;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<String> moreHeaders = new ArrayList<>();
    private byte[] body = NOTHING;
    private String fault = "";
    private boolean mustBeRefused;
    private boolean brokenHttp;

    BadRequest(Operation operation, String target) {
        this.operation = operation;
        this.method = operation.method();
        this.target = target;
        headers.put("Host", "127.0.0.1");
    }

    Operation operation() {
        return operation;
    }

    String target() {
        return target;
    }

    BadRequest method(String other) {
        method = other;
        return this;
    }

    BadRequest target(String other) {
        target = other;
        return this;
    }

    BadRequest header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** One that may be there already. */
    BadRequest anotherHeader(String line) {
        moreHeaders.add(line);
        return this;
    }

    BadRequest body(byte[] bytes) {
        body = bytes;
        return this;
    }

    BadRequest body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What was spoilt, for the person who has to find out. */
    BadRequest because(String what) {
        fault = what;
        return this;
    }

    /** Nothing of this kind can be right by chance. */
    BadRequest mustBeRefused() {
        mustBeRefused = true;
        return this;
    }

    boolean isNeverRight() {
        return mustBeRefused;
    }

    /** Not even HTTP, so that the connection cannot be used again. */
    BadRequest brokenHttp() {
        brokenHttp = true;
        return this;
    }

    boolean isBrokenHttp() {
        return brokenHttp;
    }

    boolean changesNothing() {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }

    byte[] bytes() {
        StringBuilder head =
                new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        moreHeaders.forEach(line -> head.append(line).append("\r\n"));
        if (body.length > 0 && !headers.containsKey("Content-Length") && !headers.containsKey("Transfer-Encoding")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        String text = new String(body, StandardCharsets.UTF_8);
        Map<String, String> shown = new LinkedHashMap<>(headers);
        shown.remove("Authorization");
        return "%s: %s %s %s %s"
                .formatted(
                        fault, method, shortened(target), shortened(shown.toString() + moreHeaders), shortened(text));
    }

    private static String shortened(String text) {
        return text.length() > 400 ? text.substring(0, 400) + "…(" + text.length() + ")" : text;
    }
}

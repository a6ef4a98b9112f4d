package org.gridloom.itests.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.gridloom.itests.harness.Rest;

/** Spoils bodies. */
final class BadBodies {

    private static final String HOLE = "hole-to-be-filled";
    private static final int DEEP = 10_000;

    private final Random random;
    private final BadFiles files;

    BadBodies(Random random) {
        this.random = random;
        this.files = new BadFiles(random);
    }

    /** A list of rows or a map that is none. */
    BadRequest file(BadRequest request) {
        return files.spoil(request);
    }

    BadRequest ofAnotherType(BadRequest request) {
        String type = any(OddValues.TYPES);
        if (random.nextInt(3) == 0) {
            return request.header("Content-Type", random.nextBoolean() ? "application/xml" : "application/json")
                    .body(OddValues.XXE)
                    .because("XML with an entity")
                    .mustBeRefused();
        }
        return request.header("Content-Type", type).because("type " + type);
    }

    /** Says one encoding and is in another. */
    BadRequest encoded(BadRequest request) {
        return switch (random.nextInt(3)) {
            case 0 ->
                request.header("Content-Encoding", "gzip").body(zipped("{}")).because("gzip");
            case 1 ->
                request.header("Content-Encoding", "gzip")
                        .body(zipped(" ".repeat(5_000_000)))
                        .because("gzip of megabytes");
            default -> request.header("Content-Encoding", "deflate").body("x").because("not deflate");
        };
    }

    BadRequest json(BadRequest request) {
        String type = GoodRequests.contentType(request.operation()).orElseThrow();
        JsonNode example = GoodRequests.example(request.operation(), type);
        return switch (random.nextInt(10)) {
            case 0 -> withoutField(request, example);
            case 1 -> withForeignField(request, example);
            case 2 -> withFieldTwice(request, example);
            case 3 -> tooDeep(request, example);
            case 4 -> broken(request, example.toString());
            case 5 -> inAnotherCharset(request, example.toString());
            default -> withOddValue(request, example);
        };
    }

    private BadRequest withOddValue(BadRequest request, JsonNode example) {
        Runnable spoilt = place(example);
        String path = example.toString();
        spoilt.run();
        boolean asText = random.nextBoolean();
        String value = asText
                ? Rest.JSON.getNodeFactory().textNode(any(OddValues.TEXTS)).toString()
                : any(OddValues.JSON);
        return request.body(example.toString().replace("\"" + HOLE + "\"", value))
                .because("value in " + path.length() + " characters of JSON");
    }

    private BadRequest withoutField(BadRequest request, JsonNode example) {
        List<ObjectNode> objects = objects(example);
        if (!objects.isEmpty()) {
            ObjectNode object = any(objects);
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            if (!names.isEmpty()) {
                object.remove(any(names));
            }
        }
        return request.body(example.toString()).because("a field is missing");
    }

    private BadRequest withForeignField(BadRequest request, JsonNode example) {
        List<ObjectNode> objects = objects(example);
        if (objects.isEmpty()) {
            return request.body("{\"id\":1}").because("an object");
        }
        ObjectNode object = any(objects);
        String name = any(OddValues.FIELDS_OF_THE_SERVER);
        object.put(name, "1");
        return request.body(example.toString()).because("field of the server's: " + name);
    }

    private BadRequest withFieldTwice(BadRequest request, JsonNode example) {
        String text = example.toString();
        return text.startsWith("{\"")
                ? request.body(text.substring(0, text.length() - 1) + "," + text.substring(1))
                        .because("every field twice")
                        .mustBeRefused()
                : broken(request, text);
    }

    private BadRequest tooDeep(BadRequest request, JsonNode example) {
        String nested = random.nextBoolean()
                ? "[".repeat(DEEP) + "]".repeat(DEEP)
                : "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP);
        if (random.nextBoolean()) {
            return request.body(nested).because("nested").mustBeRefused();
        }
        place(example).run();
        return request.body(example.toString().replace("\"" + HOLE + "\"", nested))
                .because("nested value")
                .mustBeRefused();
    }

    private BadRequest broken(BadRequest request, String text) {
        String broken = switch (random.nextInt(8)) {
            case 0 -> "";
            case 1 -> text.substring(0, text.length() / 2);
            case 2 -> text + text;
            case 3 -> text + "}";
            case 4 -> "\u0000" + text;
            case 5 -> "// comment\n" + text;
            case 6 -> text.replace('"', '\'');
            default -> "\"" + "x".repeat(1_000_000);
        };
        return request.body(broken).because("not JSON").mustBeRefused();
    }

    private BadRequest inAnotherCharset(BadRequest request, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int middle = Math.max(0, text.lastIndexOf('"'));
        byte[] head = text.substring(0, middle).getBytes(StandardCharsets.UTF_8);
        byte[] tail = text.substring(middle).getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(5)) {
            case 0 ->
                request.body(joined(head, new byte[] {(byte) 0xff, (byte) 0xfe}, tail))
                        .because("not UTF-8");
            case 1 ->
                request.body(joined(head, new byte[] {(byte) 0xc0, (byte) 0xaf}, tail))
                        .because("overlong UTF-8");
            case 2 ->
                request.body(joined(head, new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, tail))
                        .because("surrogate in UTF-8");
            case 3 -> request.body(text.getBytes(StandardCharsets.UTF_16)).because("UTF-16");
            default ->
                request.body(joined(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, bytes, new byte[0]))
                        .because("byte order mark");
        };
    }

    /** Makes a hole in one place of the tree. */
    private Runnable place(JsonNode root) {
        List<Runnable> places = new ArrayList<>();
        collect(root, places);
        return places.isEmpty() ? () -> {} : any(places);
    }

    private static void collect(JsonNode node, List<Runnable> places) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> {
                places.add(() -> object.put(name, HOLE));
                collect(object.get(name), places);
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                places.add(() -> array.set(index, HOLE));
                collect(array.get(i), places);
            }
        }
    }

    private static List<ObjectNode> objects(JsonNode node) {
        List<ObjectNode> objects = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(child -> objects.addAll(objects(child)));
        return objects;
    }

    static byte[] zipped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second, byte[] third) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(first);
        bytes.writeBytes(second);
        bytes.writeBytes(third);
        return bytes.toByteArray();
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}

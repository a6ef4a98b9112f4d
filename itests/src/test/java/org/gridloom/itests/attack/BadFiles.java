package org.gridloom.itests.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Lists of rows, workbooks and maps that are none. */
final class BadFiles {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String BOOK = "xl/workbook.xml";

    private static final List<String> TABLES = List.of(
            "",
            "\n\n\n",
            ",,,\n,,,\n",
            "\"",
            "\"open\nquote",
            "a,b\n1\n1,2,3\n",
            "\u0000,\u0000\n",
            "code,name\n=cmd|' /C calc'!A0,x\n",
            "code,code,code\n1,2,3\n",
            "编码,名称\n" + "1,".repeat(20_000) + "\n",
            "x".repeat(2_000_000),
            "code,parent,level,name,validFrom\n9,9,9,9,9999-99-99\n".repeat(300),
            "code;name\t1|2",
            "<html><body>not a table</body></html>",
            "\ufeff\ufeffcode\n1\n");

    private static final List<String> MAPS = List.of(
            "{\"type\":\"Polygon\",\"coordinates\":[]}",
            "{\"type\":\"Polygon\",\"coordinates\":[[]]}",
            "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[0,1],[1,0],[0,0]]]}",
            "{\"type\":\"Polygon\",\"coordinates\":[[[1e999,0],[1,1],[0,1],[1e999,0]]]}",
            "{\"type\":\"Polygon\",\"coordinates\":[[[999,999],[998,999],[999,998],[999,999]]]}",
            "{\"type\":\"Polygon\",\"coordinates\":[[[\"a\",null]]]}",
            "{\"type\":\"Point\",\"coordinates\":[0,0]}",
            "{\"type\":\"FeatureCollection\",\"features\":null}",
            "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":null,\"properties\":null}]}",
            "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"GeometryCollection\",\"geometries\":[]}]}",
            "{\"type\":\"Nothing\"}",
            "[".repeat(10_000),
            "{\"coordinates\":" + "[".repeat(5000) + "]".repeat(5000) + "}",
            "null",
            "");

    private final Random random;

    BadFiles(Random random) {
        this.random = random;
    }

    BadRequest spoil(BadRequest request) {
        String type = GoodRequests.contentType(request.operation()).orElseThrow();
        return switch (random.nextInt(4)) {
            case 0 -> request.body(noise()).because("noise");
            case 1 -> request.body(workbook()).because("workbook");
            case 2 -> request.body(any(type.contains("json") ? MAPS : TABLES)).because("file");
            default -> request.body(any(TABLES)).because("table");
        };
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(3000)];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] workbook() {
        return switch (random.nextInt(6)) {
            case 0 -> zip("../../../evil.xml", "x");
            case 1 -> zip(SHEET, OddValues.XXE);
            case 2 -> zip(BOOK, OddValues.XXE);
            case 3 -> zip(SHEET, " ".repeat(20_000_000));
            case 4 -> "PK\u0003\u0004broken".getBytes(StandardCharsets.ISO_8859_1);
            default -> zip("[Content_Types].xml", "<Types/>");
        };
    }

    private static byte[] zip(String name, String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}

package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Gridloom;

/** Rows of each table that a module has left, as its workbook has them. */
final class OrphanedRows {

    private static final Pattern SHEET = Pattern.compile("<sheet name=\"([^\"]+)\"[^>]* sheetId=\"(\\d+)\"");
    private static final int LONGEST_NAME = 27;

    private OrphanedRows() {}

    /** By table; the list of what was left says the same. */
    static Map<String, Integer> of(String module, Gridloom gridloom, Console console, Path folder) {
        Path file = folder.resolve(UUID.randomUUID() + ".xlsx");
        console.run("district:orphans " + module + " --export " + file).ok();
        Map<String, Integer> rows = new TreeMap<>();
        Map<String, Integer> sheets = new TreeMap<>();
        for (JsonNode orphan : gridloom.rest().get("/api/orphans").ok().json()) {
            if (orphan.get("module").asText().equals(module)) {
                for (JsonNode table : orphan.get("tables")) {
                    String name = table.get("name").asText();
                    rows.put(name.toLowerCase(Locale.ROOT), table.get("rows").asInt());
                    String sheet = rows.size() + " " + name;
                    sheets.put(
                            sheet.substring(0, Math.min(sheet.length(), LONGEST_NAME)),
                            table.get("rows").asInt());
                }
            }
        }
        assertThat(in(file)).isEqualTo(sheets);
        return rows;
    }

    /** By sheet. */
    private static Map<String, Integer> in(Path file) {
        Map<String, Integer> rows = new TreeMap<>();
        try (ZipFile book = new ZipFile(file.toFile())) {
            Matcher sheets = SHEET.matcher(text(book, "xl/workbook.xml"));
            while (sheets.find()) {
                // The first tells the columns.
                int all = text(book, "xl/worksheets/sheet" + sheets.group(2) + ".xml")
                                .split("<row ")
                                .length
                        - 1;
                rows.put(sheets.group(1), all - 1);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(ZipFile book, String name) throws IOException {
        return new String(book.getInputStream(book.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
}

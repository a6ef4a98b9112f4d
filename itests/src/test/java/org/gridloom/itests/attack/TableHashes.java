package org.gridloom.itests.attack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Rest;

/** What every table holds, as a backup's manifest sums it up: on either database, and down to the last letter. */
final class TableHashes {

    /** What a request leaves behind though it is refused: that it was made, or that somebody failed to sign in. */
    private static final Pattern OF_REQUESTS =
            Pattern.compile("platform_(audit|event|seal|idempotency|counter|event_cursor)|security_(attempt|session)");

    /** Changes of counts that wait to be added to the sums, which happens in the background and changes both tables. */
    private static final String WAITING = "platform_count_change";

    /** When jobs and the cleaning of files are due next, which moves on by the clock. */
    private static final Pattern BY_CLOCK = Pattern.compile("platform_job|attachments_store");

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private TableHashes() {}

    /** Once the background has nothing left to do. */
    static Map<String, String> of(Gridloom gridloom, Path folder) {
        Instant until = Instant.now().plus(PATIENCE);
        Map<String, String> hashes = now(gridloom, folder);
        while (!hashes.get(WAITING).startsWith("0 ") && Instant.now().isBefore(until)) {
            hashes = now(gridloom, folder);
        }
        return hashes;
    }

    private static Map<String, String> now(Gridloom gridloom, Path folder) {
        Path archive = folder.resolve("state-" + System.nanoTime() + ".zip");
        try (Console console = gridloom.console()) {
            // What nothing names any more would go by the clock as well.
            console.run("attachments:clean").ok();
            console.run("gridloom:backup " + archive).ok();
        }
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            JsonNode manifest = Rest.JSON.readTree(zip.getInputStream(zip.getEntry("manifest.json")));
            Map<String, String> hashes = new TreeMap<>();
            for (JsonNode part : manifest.get("parts")) {
                String table = part.get("name").asText().replaceFirst("^tables/", "");
                if (part.hasNonNull("rows") && !OF_REQUESTS.matcher(table).matches()) {
                    String rows = part.get("rows").asText() + " rows";
                    hashes.put(
                            table,
                            BY_CLOCK.matcher(table).matches()
                                    ? rows
                                    : rows + ", " + part.get("sha256").asText());
                }
            }
            Files.delete(archive);
            return hashes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

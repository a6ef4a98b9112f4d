package org.gridloom.platform.operations.internal.backup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * What an archive holds; its last part but one, since it is known when all else is written.
 *
 * @param format version of the archive's form
 * @param at when the snapshot was taken, ISO
 * @param version of the platform that wrote it
 * @param database product and version it was read from
 * @param migrations change sets that made the tables, by capability
 * @param numbers where sequences and identity columns go on
 * @param chains end of each hash chain
 * @param parts in the order of the archive
 */
public record Manifest(
        int format,
        String at,
        String version,
        String database,
        Map<String, List<String>> migrations,
        List<Number> numbers,
        Map<String, End> chains,
        List<Part> parts) {

    static final int FORMAT = 1;

    /**
     * A sequence, or an identity column.
     *
     * @param name of the sequence or table
     * @param column null for a sequence
     * @param next the first number that was not given out
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Number(String name, String column, long next) {}

    /** Last sealed row of a chain. */
    public record End(long position, String hash) {}

    /**
     * A table or a file.
     *
     * @param rows of a table; null for a file
     * @param bytes length of the content
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Part(String name, Long rows, long bytes, String sha256) {

        static final String TABLE = "tables/";
        static final String FILE = "files/";

        boolean isTable() {
            return name.startsWith(TABLE);
        }

        /** Name of the table, or path of the file in the data folder. */
        String content() {
            return name.substring(isTable() ? TABLE.length() : FILE.length());
        }
    }

    /** Rows of all tables. */
    public long rows() {
        return parts.stream().filter(Part::isTable).mapToLong(Part::rows).sum();
    }

    /** Number of files. */
    public long files() {
        return parts.stream().filter(part -> !part.isTable()).count();
    }
}

package org.gridloom.platform.operations.internal.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.gridloom.platform.operations.internal.backup.Manifest.Part;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** Reads an archive, after it has seen that all of it is as it was written. */
final class ArchiveReader implements AutoCloseable {

    private static final int LARGEST_MANIFEST = 64 << 20;

    private final ZipFile zip;
    private final Manifest manifest;

    private ArchiveReader(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens it and reads all of it once.
     *
     * @throws Problem {@link Problem.Kind#INVALID} if it is no archive, cut or damaged
     */
    static ArchiveReader open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            throw damaged("ZIP");
        }
        try {
            ArchiveReader reader = new ArchiveReader(zip, manifest(zip));
            reader.verify();
            return reader;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    Manifest manifest() {
        return manifest;
    }

    InputStream content(Part part) throws IOException {
        return content(zip, part.name());
    }

    /** Lines of a table, the names of its columns first. */
    MappingIterator<JsonNode> lines(Part table) throws IOException {
        // With a parser of one's own: else the first array would be taken for one around all values.
        return Archives.JSON.readerFor(JsonNode.class).readValues(Archives.JSON.createParser(content(table)));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        byte[] content = small(zip, Archives.MANIFEST);
        String hash = new String(small(zip, Archives.MANIFEST_HASH), StandardCharsets.US_ASCII);
        if (!HexFormat.of().formatHex(Archives.sha256().digest(content)).equals(hash)) {
            throw damaged(Archives.MANIFEST);
        }
        JsonNode tree = Archives.JSON.readTree(content);
        if (tree.path("format").asInt() != Manifest.FORMAT) {
            throw Problem.invalid(
                    "file",
                    Text.of(
                            "备份格式 %s 不是本版本能读的 %d",
                            "The archive's format is %s; this version reads %d", tree.path("format"), Manifest.FORMAT));
        }
        return Archives.JSON.treeToValue(tree, Manifest.class);
    }

    private void verify() throws IOException {
        TreeSet<String> there = zip.stream().map(ZipEntry::getName).collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> named = Stream.concat(
                        manifest.parts().stream().map(Part::name), Stream.of(Archives.MANIFEST, Archives.MANIFEST_HASH))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!there.equals(named)) {
            throw damaged(Archives.MANIFEST);
        }
        for (Part part : manifest.parts()) {
            verify(part);
        }
    }

    private void verify(Part part) throws IOException {
        try (DigestInputStream in = new DigestInputStream(content(part), Archives.sha256())) {
            in.transferTo(OutputStream.nullOutputStream());
            if (!HexFormat.of().formatHex(in.getMessageDigest().digest()).equals(part.sha256())) {
                throw damaged(part.name());
            }
        } catch (ZipException e) {
            throw damaged(part.name());
        }
    }

    private static byte[] small(ZipFile zip, String name) throws IOException {
        try (InputStream in = content(zip, name)) {
            return in.readNBytes(LARGEST_MANIFEST);
        } catch (ZipException e) {
            throw damaged(name);
        }
    }

    private static InputStream content(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw damaged(name);
        }
        return zip.getInputStream(entry);
    }

    private static Problem damaged(String part) {
        return Problem.invalid("file", Text.of("备份文件不完整或已损坏(%s)", "The archive is cut or damaged (%s)", part));
    }
}

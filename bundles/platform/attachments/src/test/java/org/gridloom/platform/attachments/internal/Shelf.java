package org.gridloom.platform.attachments.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gridloom.platform.attachment.AttachmentKind;
import org.gridloom.platform.attachment.AttachmentOwner;
import org.gridloom.platform.attachment.AttachmentRules;
import org.gridloom.platform.attachment.Upload;
import org.gridloom.platform.attachments.internal.domain.Limits;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestFiles;
import org.gridloom.platform.text.Text;

/** The services over a test database and folder, and records to attach to: {@code 1} and {@code 2} of two units. */
final class Shelf {

    static final String TYPE = "demo.record";
    static final Limits LIMITS = new Limits(2 << 20, 3 << 20, 1_000_000, 20);

    final Path path;
    final AttachmentFolder folder;
    final Owners owners = new Owners();
    final DefaultAttachments attachments;
    final CleanUp cleanUp;
    final Verification verification;
    final Contents contents;
    private final TestDatabase db;

    Shelf(TestDatabase db, Path data) {
        this.db = db;
        path = data.resolve("attachments");
        folder = new AttachmentFolder(TestFiles.in(data));
        AttachmentSettings settings = AttachmentSettings.of(LIMITS);
        contents = new Contents(db.transactions(), folder);
        attachments = new DefaultAttachments(
                db.transactions(),
                db.access(),
                db.clock(),
                settings,
                new Intake(folder, settings),
                contents,
                owners,
                folder);
        cleanUp = new CleanUp(db.transactions(), db.access(), db.clock(), folder);
        verification = new Verification(db.transactions(), db.access(), folder);
        owners.addOwner(new Demo());
    }

    Upload upload(String name, byte[] content) {
        try {
            return attachments.upload(name, new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long attached(String name, byte[] content) {
        return attachments.attach(TYPE, "1", upload(name, content).id(), null).id();
    }

    byte[] content(long id) throws IOException {
        try (var in = attachments.open(id)) {
            return in.readAllBytes();
        }
    }

    /** Files in the folder, without drafts and the mark. */
    List<String> files() throws IOException {
        if (Files.notExists(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> path.relativize(file).toString())
                    .filter(file -> file.contains("/"))
                    .sorted()
                    .toList();
        }
    }

    private final class Demo implements AttachmentOwner {

        private final Map<String, String> units = Map.of("1", "210102021", "2", "210102016");

        @Override
        public String recordType() {
            return TYPE;
        }

        @Override
        public AttachmentRules rules() {
            return new AttachmentRules(Set.of(AttachmentKind.JPEG, AttachmentKind.PNG, AttachmentKind.PDF), 3, true);
        }

        @Override
        public String readable(String record) {
            return of(record, "demo.record.read");
        }

        @Override
        public String changeable(String record) {
            return of(record, "demo.record.edit");
        }

        private String of(String record, String permission) {
            String unit = record.startsWith("thread-") ? "210102021" : units.get(record);
            if (unit == null) {
                throw Problem.notFound(Text.of("没有这条记录", "There is no such record"));
            }
            db.access().require(permission, unit);
            return unit;
        }
    }
}

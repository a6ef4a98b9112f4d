package org.gridloom.platform.attachments.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gridloom.platform.attachment.Attachment;
import org.gridloom.platform.attachment.AttachmentKind;
import org.gridloom.platform.attachment.Upload;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.testkit.RecordedEvent;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class AttachmentsTest {

    @RegisterExtension
    final TestDatabase db = TestDatabase.of("org.gridloom.platform.attachments");

    @TempDir
    private Path data;

    private Shelf shelf;

    @BeforeEach
    void open() {
        shelf = new Shelf(db, data);
    }

    @Test
    void aFileIsSentThenAttachedAndReadAndDetachedAgain() throws IOException {
        byte[] content = Samples.pdf("验收单");
        Upload upload = shelf.upload("C:\\桌面\\验收单.pdf", content);

        Attachment made = shelf.attachments.attach(Shelf.TYPE, "1", upload.id(), " 整改后 ");

        assertThat(made.name()).isEqualTo("验收单.pdf");
        assertThat(made.caption()).isEqualTo("整改后");
        assertThat(made.kind()).isEqualTo(AttachmentKind.PDF);
        assertThat(shelf.attachments.list(Shelf.TYPE, "1")).containsExactly(made);
        assertThat(shelf.content(made.id())).isEqualTo(content);
        shelf.attachments.detach(made.id());
        assertThat(shelf.attachments.list(Shelf.TYPE, "1")).isEmpty();
        assertThat(db.audit())
                .extracting(RecordedAudit::action)
                .containsExactly("attachments.file.attached", "attachments.file.read", "attachments.file.detached");
        assertThat(db.audit()).extracting(RecordedAudit::unit).containsOnly("210102021");
        assertThat(db.events())
                .extracting(RecordedEvent::name)
                .containsExactly("attachments.file.attached", "attachments.file.detached");
        assertThat(db.audit().toString() + db.events()).doesNotContain("验收单", "整改后");
    }

    @Test
    void anUploadIsUsedOnceByWhoSentItWithinADay() {
        Upload upload = shelf.upload("a.pdf", Samples.pdf("a"));
        db.access().signIn("somebody-else");
        assertRefused(Problem.Kind.INVALID, () -> attach(upload));
        db.access().signIn("tester");
        attach(upload);
        assertRefused(Problem.Kind.INVALID, () -> attach(upload));

        Upload late = shelf.upload("b.pdf", Samples.pdf("b"));
        db.clock().advance(Duration.ofDays(1));
        assertRefused(Problem.Kind.INVALID, () -> attach(late));
    }

    @Test
    void theOwnerDecidesWhoSeesAndChanges() {
        long id = shelf.attached("a.pdf", Samples.pdf("a"));
        Upload upload = shelf.upload("b.pdf", Samples.pdf("b"));
        UnitScope own = UnitScope.of(List.of(CodeRange.subtree("210102016")));
        db.access().signIn("tester", Map.of("demo.record.read", own, "demo.record.edit", own));

        assertRefused(Problem.Kind.FORBIDDEN, () -> shelf.attachments.list(Shelf.TYPE, "1"));
        assertRefused(Problem.Kind.FORBIDDEN, () -> attach(upload));
        assertRefused(Problem.Kind.NOT_FOUND, () -> shelf.attachments.get(id));
        assertRefused(Problem.Kind.NOT_FOUND, () -> shelf.attachments.open(id));
        assertRefused(Problem.Kind.NOT_FOUND, () -> shelf.attachments.thumbnail(id));
        assertRefused(Problem.Kind.NOT_FOUND, () -> shelf.attachments.detach(id));
        assertRefused(Problem.Kind.NOT_FOUND, () -> shelf.attachments.list("demo.other", "1"));
        assertRefused(Problem.Kind.FORBIDDEN, () -> shelf.cleanUp.run(true));
        shelf.attachments.attach(Shelf.TYPE, "2", upload.id(), null);

        db.access().signIn("reader", Map.of("demo.record.read", UnitScope.everywhere(), "demo.record.edit", own));
        assertRefused(Problem.Kind.FORBIDDEN, () -> shelf.attachments.detach(id));
    }

    @Test
    void aRecordTakesOnlySoManyOfCertainKinds() {
        assertRefused(Problem.Kind.INVALID, () -> attach(shelf.upload("a.txt", Samples.text("a"))));
        for (int i = 0; i < 3; i++) {
            shelf.attached("a.pdf", Samples.pdf("a" + i));
        }
        assertRefused(Problem.Kind.CONFLICT, () -> shelf.attached("a.pdf", Samples.pdf("x")));
    }

    @Test
    void whatIsTooLargeIsNotReadToItsEnd() throws IOException {
        int[] read = {0};
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                read[0]++;
                return 'a';
            }
        };
        assertRefused(Problem.Kind.INVALID, () -> shelf.attachments.upload("a.txt", endless));
        assertThat(read[0]).isLessThan(3 << 20);
        assertRefused(Problem.Kind.INVALID, () -> shelf.upload("a.png", Samples.pngThatSays(50_000, 50_000)));
        assertRefused(Problem.Kind.INVALID, () -> shelf.upload("a.png", Samples.text("<html>")));
        assertRefused(Problem.Kind.INVALID, () -> shelf.upload("a.png", Samples.photo(4, 4, 1)));
        assertRefused(Problem.Kind.INVALID, () -> shelf.upload("a.html", Samples.pdf("a")));
        assertThat(shelf.files()).isEmpty();
    }

    @Test
    void anAccountCannotFillTheDiskWithWhatBelongsToNothing() {
        for (int i = 0; i < Shelf.LIMITS.waiting(); i++) {
            shelf.upload("a.txt", Samples.text("a" + i));
        }
        assertRefused(Problem.Kind.CONFLICT, () -> shelf.upload("a.txt", Samples.text("x")));
        db.access().signIn("somebody-else");
        shelf.upload("a.txt", Samples.text("x"));
    }

    @Test
    void aPhotoLosesWhereItWasTakenAndStandsUpright() throws IOException {
        byte[] photo = Samples.joined(Samples.photo(800, 400, 6), Samples.text("<script>after its end</script>"));

        long id = shelf.attached("IMG_0001.JPG", photo);

        String kept = new String(shelf.content(id), StandardCharsets.ISO_8859_1);
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains(Samples.PLACE);
        assertThat(kept).doesNotContain(Samples.PLACE, "script").contains("Exif");
        assertThat(ImageIO.read(new ByteArrayInputStream(shelf.content(id))).getWidth())
                .isEqualTo(800);
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(shelf.attachments.thumbnail(id)));
        assertThat(small.getWidth()).isEqualTo(160);
        assertThat(small.getHeight()).isEqualTo(320);
        assertThat(small.getRGB(80, 20) >> 16 & 0xFF).as("red is above").isGreaterThan(200);
        assertThat(small.getRGB(80, 300) & 0xFF).as("blue is below").isGreaterThan(200);
    }

    @Test
    void aPictureThatCannotBeDrawnIsKeptWithoutASmallOne() throws IOException {
        byte[] png = Samples.png(50, 50);
        int data = new String(png, StandardCharsets.ISO_8859_1).indexOf("IDAT") + 8;
        png[data] ^= 0x55;

        Upload upload = shelf.upload("a.png", png);

        Attachment made = shelf.attachments.attach(Shelf.TYPE, "1", upload.id(), null);
        assertThat(made.thumbnail()).isFalse();
        assertRefused(Problem.Kind.NOT_FOUND, () -> shelf.attachments.thumbnail(made.id()));
    }

    @Test
    void aPictureOfTooManyPixelsIsRefusedBeforeItIsDrawn() throws IOException {
        byte[] png = Samples.png(8, 8);
        ByteBuffer header = ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
        CRC32 check = new CRC32();
        check.update(png, 12, 17);
        header.putInt(29, (int) check.getValue());

        assertRefused(Problem.Kind.INVALID, () -> shelf.upload("a.png", png));
    }

    @Test
    void theSameContentIsKeptOnceAndMendsWhatWasLost() throws IOException {
        long first = shelf.attached("a.pdf", Samples.pdf("a"));
        long second = shelf.attached("b.pdf", Samples.pdf("a"));
        assertThat(shelf.files()).hasSize(1);
        shelf.attachments.detach(first);
        assertThat(shelf.content(second)).isEqualTo(Samples.pdf("a"));

        Files.delete(shelf.path.resolve(shelf.files().get(0)));
        assertRefused(Problem.Kind.UNAVAILABLE, () -> shelf.attachments.open(second));
        assertThat(shelf.verification.run((done, total) -> true).faults()).hasSize(1);
        shelf.upload("c.pdf", Samples.pdf("a"));
        assertThat(shelf.content(second)).isEqualTo(Samples.pdf("a"));
        assertThat(shelf.verification.run((done, total) -> true).faults()).isEmpty();
    }

    @Test
    void aChangedFileIsFound() throws IOException {
        shelf.attached("a.pdf", Samples.pdf("a"));
        Path file = shelf.path.resolve(shelf.files().get(0));
        Files.write(file, Samples.pdf("b"));
        assertThat(shelf.verification
                        .run((done, total) -> true)
                        .faults()
                        .get(0)
                        .fault()
                        .en())
                .isEqualTo("its content has changed");
    }

    @Test
    void whatIsRefusedLeavesNothingHalfWritten() {
        Upload upload = shelf.upload("a.pdf", Samples.pdf("a"));
        assertThatThrownBy(() -> db.transactions().run(tx -> {
                    attach(upload);
                    throw new IllegalStateException("the record's own change fails");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(shelf.attachments.list(Shelf.TYPE, "1")).isEmpty();
        assertThat(db.events()).isEmpty();
        attach(upload);
    }

    private Attachment attach(Upload upload) {
        return shelf.attachments.attach(Shelf.TYPE, "1", upload.id(), null);
    }

    private static void assertRefused(Problem.Kind kind, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(kind));
    }
}

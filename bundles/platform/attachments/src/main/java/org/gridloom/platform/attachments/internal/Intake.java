package org.gridloom.platform.attachments.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.gridloom.platform.attachment.AttachmentKind;
import org.gridloom.platform.attachments.internal.domain.Detector;
import org.gridloom.platform.attachments.internal.domain.FileNames;
import org.gridloom.platform.attachments.internal.domain.Limits;
import org.gridloom.platform.attachments.internal.domain.Picture;
import org.gridloom.platform.attachments.internal.domain.Pictures;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes files in: bounded while they are read, recognised by their content, pictures without what is none of it. */
@Component(service = Intake.class)
public final class Intake {

    private static final int BUFFER = 64 * 1024;
    private static final int MEBI_SHIFT = 20;
    private static final long MILLION = 1_000_000;

    private final AttachmentFolder folder;
    private final AttachmentSettings settings;
    private final Thumbnails thumbnails = new Thumbnails();

    @Activate
    public Intake(@Reference AttachmentFolder folder, @Reference AttachmentSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /**
     * @param name clean, see {@link FileNames#clean}
     * @throws Problem {@link Problem.Kind#INVALID} for what is not taken
     */
    Incoming take(String name, InputStream content) throws IOException {
        Path sent = folder.incoming();
        try {
            copy(content, sent);
            AttachmentKind kind = Detector.kind(sent, name);
            FileNames.requireEnding(name, kind);
            return kind.isPicture() ? picture(kind, sent) : incoming(sent, kind, null);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(sent);
            throw failed;
        }
    }

    private void copy(InputStream in, Path file) throws IOException {
        Limits limits = settings.limits();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > limits.fileBytes()) {
                    throw Problem.invalid(
                            "file",
                            Text.of("文件超过 %d MB", "The file is larger than %d MB", limits.fileBytes() >> MEBI_SHIFT));
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private Incoming picture(AttachmentKind kind, Path sent) throws IOException {
        Path kept = folder.incoming();
        try {
            Picture picture = Pictures.copy(kind, sent, kept);
            long most = settings.limits().pixels();
            if (picture.pixels() > most) {
                throw Problem.invalid(
                        "file",
                        Text.of(
                                "图片有 %1$d × %2$d 像素,超过 %3$d 百万像素",
                                "The picture has %d × %d pixels, which is more than %d million",
                                picture.width(),
                                picture.height(),
                                most / MILLION));
            }
            Incoming incoming = incoming(kept, kind, thumbnails.of(kept, kind, picture));
            Files.deleteIfExists(sent);
            return incoming;
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(kept);
            throw failed;
        }
    }

    private static Incoming incoming(Path file, AttachmentKind kind, byte[] thumbnail) throws IOException {
        return new Incoming(file, kind, Files.size(file), sha256(file), thumbnail);
    }

    /** In hexadecimal. */
    static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.gridloom.platform.attachments.internal;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.gridloom.platform.attachment.AttachmentKind;
import org.gridloom.platform.attachments.internal.domain.Picture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws small pictures. One at a time, and of a large one only some lines, so that a day of photos takes little memory. A
 * picture that cannot be drawn has none; that is no reason to refuse it.
 */
final class Thumbnails {

    private static final Logger LOG = LoggerFactory.getLogger(Thumbnails.class);
    private static final int SIDE = 320;
    /** All of a progressive picture is in memory while it is drawn. */
    private static final long MOST_PROGRESSIVE = 24_000_000;

    /** A JPEG, upright; null where it cannot be drawn. */
    synchronized byte[] of(Path file, AttachmentKind kind, Picture picture) {
        if (picture.progressive() && picture.pixels() > MOST_PROGRESSIVE) {
            return null;
        }
        try {
            return written(drawn(read(file, kind, picture), picture.orientation()));
        } catch (IOException | RuntimeException e) {
            LOG.info("No small picture of a {} of {} × {}: {}", kind, picture.width(), picture.height(), e.toString());
            return null;
        }
    }

    private static BufferedImage read(Path file, AttachmentKind kind, Picture picture) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind.name()).next();
        try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            ImageReadParam param = reader.getDefaultReadParam();
            int every = Math.max(1, Math.max(picture.width(), picture.height()) / (2 * SIDE));
            param.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage drawn(BufferedImage image, int orientation) {
        boolean lies = orientation > 4;
        double scale = Math.min(1, SIDE / (double) Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round((lies ? image.getHeight() : image.getWidth()) * scale));
        int height = Math.max(1, (int) Math.round((lies ? image.getWidth() : image.getHeight()) * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform upright = turned(orientation, width, height);
        upright.scale(
                (lies ? height : width) / (double) image.getWidth(),
                (lies ? width : height) / (double) image.getHeight());
        pen.drawImage(image, upright, null);
        pen.dispose();
        return small;
    }

    /** From a picture as it lies to one that stands, of this size; as EXIF counts. */
    private static AffineTransform turned(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, width, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, width, height);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, height);
            default -> new AffineTransform();
        };
    }

    private static byte[] written(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "jpeg", out)) {
                throw new IOException("No JPEG writer");
            }
        }
        return bytes.toByteArray();
    }
}

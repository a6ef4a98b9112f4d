package org.gridloom.platform.attachments.internal.domain;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridloom.platform.attachment.AttachmentKind;
import org.gridloom.platform.problem.Problem;

/** Copies pictures without loss, leaving out what is no part of the picture: place, time, device, whatever follows its end. */
public final class Pictures {

    private Pictures() {}

    /** @throws Problem {@link Problem.Kind#INVALID} if the picture is damaged */
    public static Picture copy(AttachmentKind kind, Path from, Path to) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(from)));
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
            Picture picture = kind == AttachmentKind.PNG ? Png.copy(in, out) : Jpeg.copy(in, out);
            if (picture.width() < 1 || picture.height() < 1) {
                throw Refused.damaged();
            }
            return picture;
        } catch (EOFException cut) {
            throw Refused.damaged();
        }
    }
}

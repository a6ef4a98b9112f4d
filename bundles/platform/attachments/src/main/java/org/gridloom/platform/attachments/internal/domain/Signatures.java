package org.gridloom.platform.attachments.internal.domain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gridloom.platform.text.Text;

/** First bytes of what is often sent and never taken, so that the refusal can say what it is. */
final class Signatures {

    private record Signature(int offset, byte[] bytes, Text what) {

        boolean begins(byte[] start) {
            int end = offset + bytes.length;
            return start.length >= end && Arrays.equals(start, offset, end, bytes, 0, bytes.length);
        }
    }

    private static final Text PROGRAM = Text.of("程序", "a program");
    private static final Text ARCHIVE = Text.of("压缩包,请解压后逐个上传", "an archive: send what is in it, one by one");
    private static final Text PICTURE =
            Text.of("不支持的图片格式,请另存为 JPEG 或 PNG", "a kind of picture that is not taken: save it as JPEG or PNG");
    private static final Text SOUND_OR_FILM = Text.of("音频或视频,暂不支持", "sound or film, which is not taken");

    private static final List<Signature> ALL = List.of(
            of(0, "MZ", PROGRAM),
            of(0, "\u007fELF", PROGRAM),
            of(0, "\u00ca\u00fe\u00ba\u00be", PROGRAM),
            of(0, "\u00cf\u00fa\u00ed\u00fe", PROGRAM),
            of(0, "Rar!", ARCHIVE),
            of(0, "7z\u00bc\u00af", ARCHIVE),
            of(0, "\u001f\u008b", ARCHIVE),
            of(0, "BZh", ARCHIVE),
            of(0, "\u00fd7zXZ", ARCHIVE),
            of(257, "ustar", ARCHIVE),
            of(0, "GIF8", PICTURE),
            of(0, "II*\0", PICTURE),
            of(0, "MM\0*", PICTURE),
            of(8, "WEBP", PICTURE),
            of(4, "ftyphei", PICTURE),
            of(4, "ftyphev", PICTURE),
            of(4, "ftypmif1", PICTURE),
            of(4, "ftypmsf1", PICTURE),
            of(4, "ftypavif", PICTURE),
            of(4, "ftyp", SOUND_OR_FILM),
            of(8, "WAVE", SOUND_OR_FILM),
            of(8, "AVI ", SOUND_OR_FILM),
            of(0, "\u001aE\u00df\u00a3", SOUND_OR_FILM),
            of(0, "ID3", SOUND_OR_FILM),
            of(0, "OggS", SOUND_OR_FILM),
            of(0, "#!AMR", SOUND_OR_FILM),
            of(0, "{\\rtf", Text.of("RTF 文档,请另存为 docx", "RTF: save it as docx")));

    private Signatures() {}

    private static Signature of(int offset, String bytes, Text what) {
        return new Signature(offset, bytes.getBytes(StandardCharsets.ISO_8859_1), what);
    }

    /** What it is, if that is known. */
    static Optional<Text> of(byte[] start) {
        return ALL.stream()
                .filter(signature -> signature.begins(start))
                .map(Signature::what)
                .findFirst();
    }
}

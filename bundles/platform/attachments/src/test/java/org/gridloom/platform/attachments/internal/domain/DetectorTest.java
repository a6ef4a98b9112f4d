package org.gridloom.platform.attachments.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.gridloom.platform.attachment.AttachmentKind;
import org.gridloom.platform.attachments.internal.Samples;
import org.gridloom.platform.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DetectorTest {

    private static Arguments a(String name, byte[] content, AttachmentKind kind) {
        return Arguments.of(name, content, kind);
    }

    static Arguments[] taken() {
        return new Arguments[] {
            a("a.jpg", Samples.photo(8, 8, 1), AttachmentKind.JPEG),
            a("a.png", Samples.png(8, 8), AttachmentKind.PNG),
            a("a.pdf", Samples.pdf("文"), AttachmentKind.PDF),
            a("a.ofd", Samples.zip("OFD.xml", "<OFD/>", "Doc_0/Document.xml", ""), AttachmentKind.OFD),
            a("a.docx", Samples.docx(), AttachmentKind.DOCX),
            a("a.xlsx", Samples.zip("[Content_Types].xml", "", "xl/workbook.xml", ""), AttachmentKind.XLSX),
            a("a.pptx", Samples.zip("[Content_Types].xml", "", "ppt/presentation.xml", ""), AttachmentKind.PPTX),
            a("a.doc", Samples.compound("Root Entry", "WordDocument"), AttachmentKind.DOC),
            a("a.xls", Samples.compound("Root Entry", "WordDocument", "Workbook"), AttachmentKind.XLS),
            a("a.ppt", Samples.compound("Root Entry", "PowerPoint Document"), AttachmentKind.PPT),
            a("a.txt", Samples.text("一行\r\n又一行,3 < 5\n"), AttachmentKind.TEXT),
            a("a.csv", "编码,名称".getBytes(Charset.forName("GB18030")), AttachmentKind.TEXT)
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("taken")
    void aFileIsKnownByWhatItHolds(String name, byte[] content, AttachmentKind kind) throws IOException {
        assertThat(kind(content, name)).isEqualTo(kind);
        FileNames.requireEnding(name, kind);
    }

    static Arguments[] refused() {
        return new Arguments[] {
            a("html", Samples.text("<html><body>"), null),
            a("html after words", Samples.text("Dear all,\n<SCRIPT>alert(1)</SCRIPT>"), null),
            a("html far in", Samples.text("x".repeat(200_000) + "<script>"), null),
            a("svg", Samples.text("\uFEFF <?xml version='1.0'?><svg/>"), null),
            a("shell script", Samples.text("#!/bin/sh\n"), null),
            a("program of Windows", Samples.text("MZ\0\0"), null),
            a("program of Linux", Samples.text("\u007fELF\0"), null),
            a("archive", Samples.zip("a.txt", "x"), null),
            a(
                    "archive with a path out of it",
                    Samples.zip("[Content_Types].xml", "", "../word/document.xml", ""),
                    null),
            a(
                    "docx with macros",
                    Samples.zip("[Content_Types].xml", "", "word/document.xml", "", "word/vbaProject.bin", ""),
                    null),
            a(
                    "docm renamed",
                    Samples.zip("[Content_Types].xml", "…document.macroEnabled.main+xml", "word/document.xml", ""),
                    null),
            a(
                    "docx that grows",
                    Samples.zip("[Content_Types].xml", "", "word/document.xml", "0".repeat(5_000_000)),
                    null),
            a("doc with macros", Samples.compound("WordDocument", "Macros", "VBA"), null),
            a("encrypted docx", Samples.compound("EncryptedPackage"), null),
            a("installer", Samples.compound("Root Entry", "\u4840\u3f3f"), null),
            a("pdf that was cut off", Arrays.copyOf(Samples.pdf("x".repeat(5000)), 3000), null),
            a("docx that was cut off", Arrays.copyOf(Samples.docx(), 100), null),
            a("gif", Samples.text("GIF89a"), null),
            a("noise", new byte[] {1, 2, 3, 0, 4}, null),
            a("nothing", new byte[0], null)
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatCouldDoHarmOrIsDamagedIsRefused(String name, byte[] content, AttachmentKind none) {
        assertThatThrownBy(() -> kind(content, name)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.INVALID);
            assertThat(problem.violations().get(0).field()).isEqualTo("file");
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void aNameIsNoPathAndShowsWhatItIs(String given, String clean) {
        assertThat(FileNames.clean(given)).isEqualTo(clean);
    }

    static Arguments[] names() {
        return new Arguments[] {
            Arguments.of("../../etc/passwd.txt", "passwd.txt"),
            Arguments.of("C:\\Users\\王\\整改 前.jpg", "整改 前.jpg"),
            Arguments.of("文件\u202Efdp.exe", "文件fdp.exe"),
            Arguments.of("..\u0000.hidden.pdf", "hidden.pdf"),
            Arguments.of("a:b*c?.png", "a_b_c_.png")
        };
    }

    @Property(tries = 300)
    void anyBytesAreAKindOrARefusal(@ForAll @Size(max = 600) byte[] bytes, @ForAll @IntRange(max = 5) int start)
            throws IOException {
        byte[][] starts = {
            {},
            {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
            "%PDF-".getBytes(),
            {'P', 'K', 3, 4},
            Samples.png(1, 1),
            Samples.compound("WordDocument")
        };
        Path file = file(Samples.joined(starts[start], bytes));
        try {
            AttachmentKind kind = Detector.kind(file, "a.doc");
            if (kind.isPicture()) {
                copied(kind, Files.readAllBytes(file));
            }
        } catch (Problem refused) {
            assertThat(refused.kind()).isEqualTo(Problem.Kind.INVALID);
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 300)
    void aDamagedPictureIsCopiedOrRefusedAndACopyOfACopyIsTheSame(
            @ForAll @IntRange(max = 3) int changes, @ForAll long seed, @ForAll boolean png) throws IOException {
        AttachmentKind kind = png ? AttachmentKind.PNG : AttachmentKind.JPEG;
        byte[] picture = png ? Samples.png(40, 30) : Samples.photo(40, 30, 6);
        Random random = new Random(seed);
        for (int i = 0; i < changes; i++) {
            picture[3 + random.nextInt(picture.length - 3)] = (byte) random.nextInt(256);
        }
        try {
            byte[] once = copied(kind, picture);
            assertThat(copied(kind, once)).isEqualTo(once);
        } catch (Problem refused) {
            assertThat(changes).isPositive();
        }
    }

    private static byte[] copied(AttachmentKind kind, byte[] picture) throws IOException {
        Path from = file(picture);
        Path to = Files.createTempFile("copy", ".tmp");
        try {
            Pictures.copy(kind, from, to);
            return Files.readAllBytes(to);
        } finally {
            Files.delete(from);
            Files.delete(to);
        }
    }

    private static AttachmentKind kind(byte[] content, String name) throws IOException {
        Path file = file(content);
        try {
            return Detector.kind(file, name);
        } finally {
            Files.delete(file);
        }
    }

    private static Path file(byte[] content) throws IOException {
        Path file = Files.createTempFile("sample", ".tmp");
        return Files.write(file, content);
    }
}

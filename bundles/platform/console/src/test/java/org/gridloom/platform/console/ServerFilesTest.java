package org.gridloom.platform.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gridloom.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerFilesTest {

    @TempDir
    private Path folder;

    @Test
    void aFileIsReadAndItsTextToo() throws IOException {
        Path file = Files.writeString(folder.resolve("名单.csv"), "编码,名称\n");

        assertThat(ServerFiles.open("file", file.toString())).hasContent("编码,名称\n");
        assertThat(ServerFiles.text("file", file.toString())).isEqualTo("编码,名称\n");
    }

    @Test
    void whatCannotBeReadIsRefusedWithTheArgumentThatNamedIt() throws IOException {
        Path other = Files.write(folder.resolve("gb18030.txt"), new byte[] {(byte) 0xb1, (byte) 0xe0});

        refused("没有这个文件", () -> ServerFiles.open("file", folder.resolve("none").toString()));
        refused("没有这个文件", () -> ServerFiles.open("file", folder.toString()));
        refused("不是文件名", () -> ServerFiles.open("file", "a\0b"));
        refused("应为 UTF-8 文本", () -> ServerFiles.text("file", other.toString()));
    }

    @Test
    void aNewFileIsItsOwnersAlone() throws IOException {
        Path file = folder.resolve("out.csv");

        ServerFiles.write("file", file.toString(), out -> out.write('a'));

        assertThat(file).hasContent("a");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        refused("文件已存在", () -> ServerFiles.write("file", file.toString(), out -> out.write('b')));
        refused(
                "无法在此处新建文件",
                () -> ServerFiles.write("file", folder.resolve("none/out.csv").toString(), out -> out.write('b')));
        assertThat(file).hasContent("a");
    }

    @Test
    void nothingIsLeftOfAFileThatFails() {
        Path file = folder.resolve("out.csv");

        assertThatThrownBy(() -> ServerFiles.write("file", file.toString(), out -> {
                    out.write('a');
                    throw new IOException("The disk is full");
                }))
                .isInstanceOf(IOException.class);
        assertThat(file).doesNotExist();
    }

    private static void refused(String why, ThrowingCallable work) {
        assertThatExceptionOfType(Problem.class).isThrownBy(work).satisfies(problem -> {
            assertThat(problem.violations()).singleElement().satisfies(violation -> {
                assertThat(violation.field()).isEqualTo("file");
                assertThat(violation.message().zh()).isEqualTo(why);
            });
        });
    }
}

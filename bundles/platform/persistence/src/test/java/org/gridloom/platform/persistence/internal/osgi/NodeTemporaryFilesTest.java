package org.gridloom.platform.persistence.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class NodeTemporaryFilesTest {

    @TempDir
    Path data;

    /** A server that makes a file, tells where it is and stays until it is killed. */
    static final class Server {

        private Server() {}

        public static void main(String[] arguments) throws IOException {
            Path file = new NodeTemporaryFiles(new NodeDataFolder(Path.of(arguments[0]))).create("sheet");
            System.out.println(Files.writeString(file, "somebody's"));
            System.in.read();
        }
    }

    private NodeTemporaryFiles start() throws IOException {
        return new NodeTemporaryFiles(new NodeDataFolder(data));
    }

    @Test
    void whatAKilledServerLeftIsGoneAtTheNextStartAndNotBefore() throws IOException, InterruptedException {
        Process server = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Server.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader told =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            Path left = Path.of(told.readLine());

            start().close();
            assertThat(left).as("of a running server").hasContent("somebody's");

            server.destroyForcibly().waitFor();
            assertThat(left).exists();
            NodeTemporaryFiles next = start();
            assertThat(left.getParent()).doesNotExist();
            next.close();
        } finally {
            server.destroyForcibly();
        }
        try (Stream<Path> rest = Files.list(data.resolve("temporary"))) {
            assertThat(rest).isEmpty();
        }
    }

    @Test
    void whatIsMadeIsGoneWhenTheServerStopsInOrder() throws IOException {
        NodeTemporaryFiles files = start();
        Path file = files.create("sheet");
        assertThat(file).isEmptyFile();

        files.close();

        assertThat(file).doesNotExist();
    }
}

package org.gridloom.itests.harness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;

/** The console over SSH as one account uses it: each command as {@code ssh host "command"} does it. */
public final class Console implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final SshClient client;
    private final ClientSession session;

    private Console(SshClient client, ClientSession session) {
        this.client = client;
        this.session = session;
    }

    /** Signs in; an {@link UncheckedIOException} says that it was refused. */
    static Console open(int port, String account, String password) {
        SshClient client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        client.start();
        try {
            ClientSession session =
                    client.connect(account, "127.0.0.1", port).verify(PATIENCE).getSession();
            session.addPasswordIdentity(password);
            session.auth().verify(PATIENCE);
            return new Console(client, session);
        } catch (IOException e) {
            client.stop();
            throw new UncheckedIOException(e);
        }
    }

    public Result run(String command) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (ChannelExec channel = session.createExecChannel(command)) {
            channel.setOut(output);
            channel.setErr(output);
            channel.open().verify(PATIENCE);
            channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), PATIENCE);
            return new Result(command, output.toString(StandardCharsets.UTF_8), channel.getExitStatus());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.stop();
    }

    /** What a command printed, and its exit code; null if the connection ended first. */
    public record Result(String command, String output, Integer exitCode) {

        public Result ok() {
            if (exitCode == null || exitCode != 0) {
                throw new AssertionError(this);
            }
            return this;
        }

        public Result refused() {
            if (exitCode == null || exitCode == 0) {
                throw new AssertionError("Should have been refused: " + this);
            }
            return this;
        }
    }
}

package org.gridloom.itests.harness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ChannelSession;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.future.AuthFuture;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;

/** The console over SSH as one account uses it: each command as {@code ssh host "command"} does it. */
public final class Console implements AutoCloseable {

    private static final String COLOURS = "\u001b\\[[0-9;]*m";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final SshClient client = SshClient.setUpDefaultClient();
    private final int port;
    private final String account;
    private final String password;

    private Console(int port, String account, String password) {
        this.port = port;
        this.account = account;
        this.password = password;
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        client.start();
    }

    static Console of(int port, String account, String password) {
        return new Console(port, account, password);
    }

    /** Signs in and runs one command; a {@link SignInRefused} says that it never came so far. */
    public Result run(String command) {
        return run(command, PATIENCE);
    }

    /** As {@link #run(String)}, for one that may take so long. */
    public Result run(String command, Duration patience) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (ClientSession session =
                client.connect(account, "127.0.0.1", port).verify(PATIENCE).getSession()) {
            signIn(session);
            try (ChannelExec channel = session.createExecChannel(command)) {
                channel.setOut(output);
                channel.setErr(output);
                channel.open().verify(PATIENCE);
                channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), patience);
                String plain = output.toString(StandardCharsets.UTF_8).replaceAll(COLOURS, "");
                return new Result(command, plain, channel.getExitStatus());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Signs in and sits down at a shell. */
    public Terminal shell() {
        return terminal(session -> session.createShellChannel());
    }

    /** Runs a command with a terminal at this end or none, as {@code ssh -t host command} and {@code ssh host command}. */
    public Terminal begin(String command, boolean withTerminal) {
        return terminal(session -> {
            ChannelExec channel = session.createExecChannel(command);
            channel.setUsePty(withTerminal);
            if (withTerminal) {
                channel.setPtyColumns(80);
                channel.setPtyLines(24);
            }
            return channel;
        });
    }

    private interface Opening {
        ChannelSession of(ClientSession session) throws IOException;
    }

    private Terminal terminal(Opening opening) {
        try {
            ClientSession session =
                    client.connect(account, "127.0.0.1", port).verify(PATIENCE).getSession();
            signIn(session);
            return new Terminal(opening.of(session), PATIENCE, () -> session.close(true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void signIn(ClientSession session) throws IOException {
        session.addPasswordIdentity(password);
        AuthFuture answer = session.auth();
        if (!answer.await(PATIENCE)) {
            throw new AssertionError("No answer to the sign-in of " + account + "\n" + Stacks.with("sshd"));
        }
        Throwable failure = answer.getException();
        if (failure != null && !isRefusal(failure)) {
            throw new AssertionError("The sign-in of " + account + " failed\n" + Stacks.with("sshd"), failure);
        }
        if (!session.isAuthenticated()) {
            throw new SignInRefused(account);
        }
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof SshException answer
                && answer.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE;
    }

    @Override
    public void close() {
        client.stop();
    }

    /** Account or password was not accepted. */
    public static final class SignInRefused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        SignInRefused(String account) {
            super("No sign-in for " + account);
        }
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

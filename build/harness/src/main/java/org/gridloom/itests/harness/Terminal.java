package org.gridloom.itests.harness;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.sshd.client.channel.ChannelSession;

/** The console as somebody sits at it: keys are typed, and what appears is read. */
public final class Terminal implements AutoCloseable {

    public static final String CTRL_C = "\u0003";
    public static final String ENTER = "\r";

    private static final String CONTROL = "\u001b(\\[[0-9;?]*[a-zA-Z]|\\][^\u0007]*\u0007|[=>])";

    private final ChannelSession channel;
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final Runnable hangUp;

    Terminal(ChannelSession channel, Duration patience, Runnable hangUp) throws IOException {
        this.channel = channel;
        this.hangUp = hangUp;
        channel.setOut(screen);
        channel.setErr(screen);
        channel.open().verify(patience);
    }

    public Terminal type(String keys) {
        try {
            channel.getInvertedIn().write(keys.getBytes(StandardCharsets.UTF_8));
            channel.getInvertedIn().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the text is there. */
    public Terminal see(String text, Duration patience) {
        await("seeing " + text).atMost(patience).until(() -> shown().contains(text));
        return this;
    }

    public String shown() {
        return screen.toString(StandardCharsets.UTF_8).replaceAll(CONTROL, "");
    }

    /** Forgets what has appeared. */
    public Terminal clear() {
        screen.reset();
        return this;
    }

    /** Ends the connection, as a closed window does. */
    @Override
    public void close() {
        hangUp.run();
    }
}

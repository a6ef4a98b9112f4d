package org.gridloom.platform.state;

import java.util.Objects;
import org.gridloom.platform.text.Text;

/**
 * A state of a machine.
 *
 * @param code for good, as in {@code in-progress}
 * @param name what people call it
 * @param phase what it is to the clock
 * @param deadline by when it is to be left; null for no deadline
 */
public record State(String code, Text name, Phase phase, Deadline deadline) {

    /** What a state is to the clock. */
    public enum Phase {
        /** Something is to be done. */
        OPEN,
        /** The clock stands still. */
        SUSPENDED,
        /** It is over. */
        FINAL
    }

    public State {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(phase, "phase");
    }

    public boolean isFinal() {
        return phase == Phase.FINAL;
    }

    public boolean isSuspended() {
        return phase == Phase.SUSPENDED;
    }
}

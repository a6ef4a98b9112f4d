package org.gridloom.platform.persistence.internal.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How Linux divides the processors among programs on this machine. Its autogroup gives each session of processes one
 * share, unless they are in a control group with shares of its own: all threads of a server then have as much together
 * as each process of a PostgreSQL beside it, which begins a session for each connection.
 *
 * @param root of the file system, {@code /}
 * @see <a href="https://man7.org/linux/man-pages/man7/sched.7.html">sched(7), the autogroup feature</a>
 */
record ProcessorShares(Path root) {

    /** Whether all threads of this server have one share, for being of one session. */
    boolean isOnePerSession() {
        try {
            return lines("proc/sys/kernel/sched_autogroup_enabled").contains("1")
                    && lines("proc/self/cgroup").stream().noneMatch(this::hasShares);
        } catch (IOException e) {
            return false; // another system, or one that does not say
        }
    }

    /** @param group as {@code hierarchy:controllers:path}, see cgroups(7); the unified hierarchy names no controllers */
    private boolean hasShares(String group) {
        String[] parts = group.split(":", 3);
        if (parts.length < 3) {
            return false;
        }
        return parts[1].isEmpty()
                ? hasWeight(Path.of(parts[2]))
                : Arrays.asList(parts[1].split(",")).contains("cpu") && !parts[2].equals("/");
    }

    /** A group without a weight is part of the one above. */
    private boolean hasWeight(Path group) {
        return Stream.iterate(group, Objects::nonNull, Path::getParent)
                .anyMatch(
                        one -> Files.exists(root.resolve("sys/fs/cgroup" + one).resolve("cpu.weight")));
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(root.resolve(file));
    }
}

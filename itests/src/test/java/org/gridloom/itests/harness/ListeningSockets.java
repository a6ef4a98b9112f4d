package org.gridloom.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a process listens on, as the Linux kernel tells. */
public final class ListeningSockets {

    private static final String LISTEN = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    /** 127.0.0.0/8, ::1 and ::ffff:127.0.0.0/8 as the kernel writes them: words in little-endian order. */
    private static final String LOOPBACK = "[0-9A-F]{6}7F|0{24}01000000|0{16}FFFF0000[0-9A-F]{6}7F";

    private ListeningSockets() {}

    /** Addresses, in the kernel's form, that are not on the loopback interface. */
    public static List<String> beyondLoopback(long pid) {
        return of(pid).stream()
                .filter(address -> !address.substring(0, address.indexOf(':')).matches(LOOPBACK))
                .toList();
    }

    /** {@code address:port} in the kernel's hexadecimal form. */
    public static List<String> of(long pid) {
        try {
            Set<String> inodes = inodes(pid);
            List<String> sockets = new ArrayList<>();
            for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
                for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/net/" + table))) {
                    String[] fields = line.strip().split("\\s+");
                    boolean open = table.startsWith("udp") || fields[STATE].equals(LISTEN);
                    if (open && inodes.contains(fields[INODE])) {
                        sockets.add(fields[LOCAL_ADDRESS]);
                    }
                }
            }
            return sockets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> inodes(long pid) throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return descriptors
                    .map(ListeningSockets::target)
                    .filter(target -> target.startsWith("socket:["))
                    .map(target -> target.substring("socket:[".length(), target.length() - 1))
                    .collect(Collectors.toSet());
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}

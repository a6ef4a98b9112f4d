package org.gridloom.platform.operations.internal.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** The sockets that this process listens on, as Linux has them in {@code /proc}; elsewhere none are found. */
final class ListeningSockets {

    private static final String LISTEN = "0A";
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final int HEX = 16;

    private ListeningSockets() {}

    static List<InetSocketAddress> all() {
        try {
            Set<String> own = own();
            List<InetSocketAddress> found = new ArrayList<>();
            for (String table : List.of("/proc/self/net/tcp", "/proc/self/net/tcp6")) {
                Path file = Path.of(table);
                if (Files.isReadable(file)) {
                    found.addAll(of(Files.readAllLines(file), own));
                }
            }
            return found;
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Inodes of the sockets that the process has open. */
    private static Set<String> own() throws IOException {
        Set<String> inodes = new HashSet<>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path descriptor : descriptors) {
                try {
                    String target = Files.readSymbolicLink(descriptor).toString();
                    if (target.startsWith("socket:[")) {
                        inodes.add(target.substring("socket:[".length(), target.length() - 1));
                    }
                } catch (IOException closedMeanwhile) {
                    continue;
                }
            }
        }
        return inodes;
    }

    /** Those of a table of the kernel that listen and have one of the inodes. */
    static List<InetSocketAddress> of(List<String> table, Set<String> inodes) throws IOException {
        List<InetSocketAddress> found = new ArrayList<>();
        for (String line : table) {
            String[] fields = line.strip().split("\\s+");
            if (fields.length > INODE && fields[STATE].equals(LISTEN) && inodes.contains(fields[INODE])) {
                found.add(address(fields[ADDRESS]));
            }
        }
        return found;
    }

    /** As in {@code 0100007F:1FF5}: words of four bytes, each with its last byte first. */
    private static InetSocketAddress address(String hex) throws IOException {
        int colon = hex.indexOf(':');
        byte[] swapped = HexFormat.of().parseHex(hex.substring(0, colon));
        byte[] bytes = new byte[swapped.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = swapped[i - i % Integer.BYTES + Integer.BYTES - 1 - i % Integer.BYTES];
        }
        return new InetSocketAddress(InetAddress.getByAddress(bytes), Integer.parseInt(hex.substring(colon + 1), HEX));
    }
}

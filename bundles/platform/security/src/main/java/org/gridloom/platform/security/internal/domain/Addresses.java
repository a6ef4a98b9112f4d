package org.gridloom.platform.security.internal.domain;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Network addresses, and ranges of them such as {@code 10.0.0.0/8}. Names are never looked up. */
public final class Addresses {

    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";
    /** Of version 4, or what nobody takes for a name as it has a colon. */
    private static final Pattern LITERAL = Pattern.compile(OCTET + "(\\." + OCTET + "){3}|(?=.*:)[0-9a-fA-F:.]{2,45}");

    private final List<Range> ranges;

    private record Range(byte[] network, int bits) {

        boolean contains(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % Byte.SIZE;
                if ((address[bit / Byte.SIZE] & mask) != (network[bit / Byte.SIZE] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** @throws IllegalArgumentException that names what is no address or range */
    public Addresses(Collection<String> words) {
        List<Range> read = new ArrayList<>();
        for (String word : words) {
            if (!word.isBlank()) {
                read.add(range(word.strip()));
            }
        }
        ranges = List.copyOf(read);
    }

    public boolean contain(String address) {
        byte[] bytes = bytes(address);
        return bytes != null && ranges.stream().anyMatch(range -> range.contains(bytes));
    }

    /** Whether it is an address at all. */
    public static boolean isAddress(String text) {
        return bytes(text) != null;
    }

    private static Range range(String word) {
        int slash = word.indexOf('/');
        byte[] network = bytes(slash < 0 ? word : word.substring(0, slash));
        if (network == null) {
            throw new IllegalArgumentException("not a network address: " + word);
        }
        int most = network.length * Byte.SIZE;
        int bits = slash < 0 ? most : bits(word.substring(slash + 1));
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException("not a range of addresses: " + word);
        }
        return new Range(network, bits);
    }

    private static int bits(String text) {
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
    }

    private static byte[] bytes(String text) {
        if (text == null || !LITERAL.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }
}

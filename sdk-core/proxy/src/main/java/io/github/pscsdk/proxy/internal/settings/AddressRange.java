package io.github.pscsdk.proxy.internal.settings;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The IPv4 or IPv6 addresses whose first bits are those of one address: {@code 10.42.0.0/16} (RFC 4632, section 3.1),
 * {@code fd00::/8} (RFC 4291, section 2.3), or one address alone. Immutable.
 *
 * @param bits how many of its first bits they have in common: 1 to 32, for IPv6 to 128
 */
public record AddressRange(InetAddress address, int bits) {
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern IPV6 = Pattern.compile("(?=.*:.*:)[0-9a-fA-F:.]+");
    private static final Pattern BITS = Pattern.compile("\\d{1,3}");

    /** @throws IllegalArgumentException if it would be no address at all, or every one */
    public AddressRange {
        if (bits < 1 || bits > address.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException("a range of addresses has 1 to 32 bits in common, for IPv6 to 128");
        }
    }

    /** One address alone. */
    public static AddressRange of(InetAddress address) {
        return new AddressRange(address, address.getAddress().length * Byte.SIZE);
    }

    /**
     * Reads an address, or a range of them.
     *
     * @throws IllegalArgumentException if it is anything else, such as a host name: no name is ever looked up
     */
    public static AddressRange parse(String text) {
        if (!text.contains("/")) {
            return of(address(text));
        }
        var slash = text.indexOf('/');
        var bits = text.substring(slash + 1);
        if (!BITS.matcher(bits).matches()) {
            throw new IllegalArgumentException("not a range of IP addresses");
        }
        return new AddressRange(address(text.substring(0, slash)), Integer.parseInt(bits));
    }

    private static InetAddress address(String text) {
        return literal(text).orElseThrow(() -> new IllegalArgumentException("not an IP address"));
    }

    /** The IPv4 or IPv6 address that this text is; empty where it is anything else. */
    public static Optional<InetAddress> literal(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Whether it is one of them. */
    public boolean contains(InetAddress other) {
        var mine = address.getAddress();
        var theirs = other.getAddress();
        var differing = mine.length * Byte.SIZE - bits;
        return mine.length == theirs.length
                && new BigInteger(1, mine)
                        .shiftRight(differing)
                        .equals(new BigInteger(1, theirs).shiftRight(differing));
    }
}

package io.github.pscsdk.proxy.internal.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The reverse proxies in front of this one. {@code X-Forwarded-For} is believed from them and from nobody else, since any
 * caller can write that header.
 */
public final class ReverseProxies {
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern IPV6 = Pattern.compile("(?=.*:.*:)[0-9a-fA-F:.]+");

    private final Set<InetAddress> trusted;

    /** The addresses from which a forwarded address is believed; none by default. */
    public ReverseProxies(Set<InetAddress> trusted) {
        this.trusted = Set.copyOf(trusted);
    }

    /**
     * The address of the caller: the last one that no trusted proxy of ours has.
     *
     * @param remote the other end of the connection
     * @param forwardedFor the header {@code X-Forwarded-For}, oldest hop first; its lines joined by commas, empty where
     *     there is none
     */
    public String callerOf(String remote, String forwardedFor) {
        var caller = remote;
        var hops = forwardedFor.split(",", -1);
        for (var i = hops.length - 1; i >= 0 && isTrusted(caller); i--) {
            var hop = hops[i].strip();
            if (literal(hop).isEmpty()) {
                return caller;
            }
            caller = hop;
        }
        return caller;
    }

    /** Whether this is the address of one of them. */
    public boolean isTrusted(InetAddress address) {
        return trusted.contains(address);
    }

    private boolean isTrusted(String address) {
        return literal(address).filter(trusted::contains).isPresent();
    }

    /**
     * Reads an IPv4 or IPv6 address.
     *
     * @throws IllegalArgumentException if it is anything else, such as a host name: no name is ever looked up
     */
    public static InetAddress parse(String literal) {
        return literal(literal).orElseThrow(() -> new IllegalArgumentException("not an IP address"));
    }

    private static Optional<InetAddress> literal(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}

package io.github.pscsdk.proxy.internal.access;

import io.github.pscsdk.proxy.settings.AddressRange;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The reverse proxies in front of this one. {@code X-Forwarded-For} is believed from them and from nobody else, since any
 * caller can write that header.
 */
public final class ReverseProxies {
    /** As some write it: a port behind it, and an IPv6 address in brackets then. */
    private static final Pattern WITH_PORT = Pattern.compile("([0-9.]+):\\d+|\\[([^]]+)](?::\\d+)?");

    private final Set<AddressRange> trusted;

    /** The addresses from which a forwarded address is believed; none by default. */
    public ReverseProxies(Set<AddressRange> trusted) {
        this.trusted = Set.copyOf(trusted);
    }

    /**
     * The address of the caller: the last one that no trusted proxy of ours has.
     *
     * @param remote the other end of the connection
     * @param forwardedFor the header {@code X-Forwarded-For}, oldest hop first; its lines joined by commas, empty where
     *     there is none
     */
    public String callerOf(InetAddress remote, String forwardedFor) {
        var caller = remote;
        var text = textOf(remote);
        var hops = forwardedFor.split(",", -1);
        for (var i = hops.length - 1; i >= 0 && isTrusted(caller); i--) {
            var hop = withoutPort(hops[i].strip());
            var address = AddressRange.literal(hop);
            if (address.isEmpty()) {
                return text;
            }
            caller = address.get();
            text = hop;
        }
        return text;
    }

    /** Without the interface of a link-local address. */
    private static String textOf(InetAddress address) {
        return address.getHostAddress().replaceFirst("%.*", "");
    }

    private static String withoutPort(String hop) {
        var parts = WITH_PORT.matcher(hop);
        return parts.matches() ? Optional.ofNullable(parts.group(1)).orElseGet(() -> parts.group(2)) : hop;
    }

    /** Whether this is the address of one of them. */
    public boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(range -> range.contains(address));
    }
}

package io.github.pscsdk.proxy.internal.session;

import io.github.pscsdk.proxy.internal.settings.AddressRange;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.RegisteredApplication;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells callers apart: each application by its token, and the address of the caller behind the reverse proxies in front
 * of this one, from which alone {@code X-Forwarded-For} is believed. Immutable.
 */
public record Callers(List<RegisteredApplication> applications, Set<AddressRange> trusted) {
    private static final String SCHEME = "Bearer ";

    /** As some write it: a port behind it, and an IPv6 address in brackets then. */
    private static final Pattern WITH_PORT = Pattern.compile("([0-9.]+):\\d+|\\[([^]]+)](?::\\d+)?");

    /**
     * The caller of a request.
     *
     * @param application the name under which its token is configured, or {@link #ANYBODY}
     * @param operator whether it may read everybody's traces
     */
    public record Caller(String application, boolean operator, Origin origin) {
        /** Stands for the application where none need be named: in conformity mode, on the contract's paths. */
        public static final String ANYBODY = "-";

        /**
         * Where a call came from.
         *
         * @param ipAddress the caller's, the forwarded one behind a trusted reverse proxy
         * @param ports of the connection as this proxy sees it: the far end's, then our own
         */
        public record Origin(String ipAddress, List<Integer> ports) {
            public Origin {
                ports = List.copyOf(ports);
            }
        }

        public String key() {
            return application + "|" + origin.ipAddress();
        }

        @Override
        public String toString() {
            return "Caller[" + application + "]";
        }
    }

    public Callers {
        applications = List.copyOf(applications);
        trusted = Set.copyOf(trusted);
    }

    /**
     * The application that presents this {@code Authorization} header (RFC 6750 section 2.1). Compares with every token
     * in constant time.
     */
    public Optional<RegisteredApplication> presenting(Optional<String> authorization) {
        return authorization
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .flatMap(header -> ofToken(header.substring(SCHEME.length()).strip()));
    }

    private Optional<RegisteredApplication> ofToken(String token) {
        var digest = RegisteredApplication.digest(token);
        RegisteredApplication found = null;
        for (var application : applications) {
            if (application.isSumOf(digest)) {
                found = application;
            }
        }
        return Optional.ofNullable(found);
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

    /** Whether somebody says who the caller is and is not believed. */
    public boolean disbelieves(InetAddress remote, String forwardedFor) {
        return !forwardedFor.isEmpty() && !isTrusted(remote);
    }

    /** Without the interface of a link-local address. */
    private static String textOf(InetAddress address) {
        return address.getHostAddress().replaceFirst("%.*", "");
    }

    private static String withoutPort(String hop) {
        var parts = WITH_PORT.matcher(hop);
        return parts.matches() ? Optional.ofNullable(parts.group(1)).orElseGet(() -> parts.group(2)) : hop;
    }

    public boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(range -> range.contains(address));
    }
}

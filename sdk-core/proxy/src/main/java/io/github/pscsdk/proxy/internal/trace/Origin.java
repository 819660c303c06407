package io.github.pscsdk.proxy.internal.trace;

import java.util.List;

/**
 * Where a call came from.
 *
 * @param ipAddress the caller's, the forwarded one behind a trusted reverse proxy
 * @param ports of the connection as this proxy sees it: the far end's, then our own
 */
public record Origin(String ipAddress, List<Integer> ports) {
    /** Copies. */
    public Origin {
        ports = List.copyOf(ports);
    }
}

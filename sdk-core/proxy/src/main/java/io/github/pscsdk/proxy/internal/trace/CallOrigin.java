package io.github.pscsdk.proxy.internal.trace;

import java.util.List;

/**
 * Where a call came from.
 *
 * @param ipAddress the caller's, the forwarded one behind a trusted reverse proxy
 * @param ports of the connection as this proxy sees it: the far end's, then our own
 */
public record CallOrigin(String ipAddress, List<Integer> ports) {
    public CallOrigin {
        ports = List.copyOf(ports);
    }
}

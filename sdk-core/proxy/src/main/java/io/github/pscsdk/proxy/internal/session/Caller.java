package io.github.pscsdk.proxy.internal.session;

import java.util.List;

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

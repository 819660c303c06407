package io.github.pscsdk.proxy.internal.access;

import io.github.pscsdk.proxy.internal.trace.CallOrigin;

/**
 * Who makes a call.
 *
 * @param application the name under which its token is configured, or {@link #ANYBODY}
 * @param operator whether it may read everybody's traces
 * @param origin from where
 */
public record Caller(String application, boolean operator, CallOrigin origin) {
    /** Stands for the application where none need be named: in conformity mode, on the contract's paths. */
    public static final String ANYBODY = "-";

    /** What attempts are counted by. */
    public String key() {
        return application + "|" + origin.ipAddress();
    }

    /** The application only. */
    @Override
    public String toString() {
        return "Caller[" + application + "]";
    }
}

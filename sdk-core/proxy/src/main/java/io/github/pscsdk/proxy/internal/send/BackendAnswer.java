package io.github.pscsdk.proxy.internal.send;

import java.util.Map;

/**
 * What a backend answered.
 *
 * @param status the HTTP status, whatever it is
 * @param headers those that are passed on, by name
 * @param body whole
 */
public record BackendAnswer(int status, Map<String, String> headers, byte[] body) {
    /** The status and the size. */
    @Override
    public String toString() {
        return "BackendAnswer[" + status + ", " + body.length + " bytes]";
    }
}

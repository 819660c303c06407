package io.github.pscsdk.example.santefr.web;

import io.javalin.http.Context;
import java.util.Collections;

/**
 * Where a request comes from. The form listens on the loopback address, so whoever calls runs on this machine: the reverse
 * proxy, which adds the address that it sees at the end of {@code X-Forwarded-For}, or somebody at home here.
 */
final class CallerAddress {
    private static final int LONGEST = 45;

    private CallerAddress() {}

    static String of(Context context) {
        var hops = String.join(",", Collections.list(context.req().getHeaders("X-Forwarded-For")));
        var last = hops.substring(hops.lastIndexOf(',') + 1).strip();
        return last.isEmpty() || last.length() > LONGEST ? context.ip() : last;
    }
}

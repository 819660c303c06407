package io.github.pscsdk.proxy.internal.send;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * The headers that pass through: none of the connection, none of ours, and no secret that is meant for this proxy
 * alone.
 */
final class EndToEndHeaders {
    // RFC 9110, section 7.6.1, and RFC 2616, section 13.5.1; beside those that Connection names.
    private static final List<String> OF_THE_CONNECTION = List.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Connection",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade");
    // The caller's secrets are for us; length and 100 (Continue) are the client's business.
    private static final List<String> NOT_PASSED_ON =
            List.of("Authorization", "Cookie", "Host", "Content-Length", "Expect");
    private static final List<String> NOT_PASSED_BACK = List.of("Set-Cookie", "Set-Cookie2");
    private static final String OURS = "psc-proxy-";

    private EndToEndHeaders() {}

    static HttpFields toBackend(HttpFields headers) {
        return endToEnd(headers, NOT_PASSED_ON);
    }

    static HttpFields toCaller(HttpFields headers) {
        return endToEnd(headers, NOT_PASSED_BACK);
    }

    private static HttpFields endToEnd(HttpFields headers, Collection<String> others) {
        var dropped = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        dropped.addAll(OF_THE_CONNECTION);
        dropped.addAll(others);
        dropped.addAll(headers.getCSV(HttpHeader.CONNECTION, false));
        var kept = HttpFields.build();
        for (var field : headers) {
            var name = field.getName();
            if (!dropped.contains(name) && !name.toLowerCase(Locale.ROOT).startsWith(OURS)) {
                kept.add(field);
            }
        }
        return kept.asImmutable();
    }
}

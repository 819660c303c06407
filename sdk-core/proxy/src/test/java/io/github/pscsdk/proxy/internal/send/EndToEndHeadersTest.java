package io.github.pscsdk.proxy.internal.send;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which headers pass through. */
class EndToEndHeadersTest {
    private static HttpFields headers(String... names) {
        var fields = HttpFields.build();
        for (var name : names) {
            fields.add(new HttpField(name, "value"));
        }
        return fields;
    }

    private static List<String> namesOf(HttpFields fields) {
        return fields.stream().map(HttpField::getName).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Keep-Alive",
                "Proxy-Connection",
                "Proxy-Authenticate",
                "Proxy-Authorization",
                "TE",
                "Trailer",
                "Transfer-Encoding",
                "Upgrade",
                "Connection",
                "upgrade",
                "TRANSFER-ENCODING",
                "psc-proxy-anything",
                "Psc-Proxy-Anything",
                "psc-proxy-"
            })
    void a_header_of_the_connection_or_of_ours_passes_in_no_direction(String name) {
        assertEquals(
                List.of("X-First", "X-Last"), namesOf(EndToEndHeaders.toBackend(headers("X-First", name, "X-Last"))));
        assertEquals(
                List.of("X-First", "X-Last"), namesOf(EndToEndHeaders.toCaller(headers("X-First", name, "X-Last"))));
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, false, true",
        "AUTHORIZATION, false, true",
        "Cookie, false, true",
        "Host, false, true",
        "Content-Length, false, true",
        "Expect, false, true",
        "Set-Cookie, true, false",
        "set-cookie2, true, false",
        "Content-Type, true, true",
        "X-Forwarded-For, true, true",
        "psc-proxy, true, true",
        "x-psc-proxy-a, true, true",
        "WWW-Authenticate, true, true"
    })
    void a_secret_of_one_side_does_not_reach_the_other(String name, boolean toBackend, boolean toCaller) {
        assertEquals(toBackend ? List.of(name) : List.of(), namesOf(EndToEndHeaders.toBackend(headers(name))));
        assertEquals(toCaller ? List.of(name) : List.of(), namesOf(EndToEndHeaders.toCaller(headers(name))));
    }

    @Test
    void headers_that_the_connection_names_are_of_the_connection() {
        var fields = HttpFields.build()
                .add("Connection", "close, X-Hop")
                .add("connection", "x-other")
                .add("x-hop", "1")
                .add("X-Other", "2")
                .add("X-Kept", "3");

        assertEquals(List.of("X-Kept"), namesOf(EndToEndHeaders.toBackend(fields)));
        assertEquals(List.of("X-Kept"), namesOf(EndToEndHeaders.toCaller(fields)));
    }

    @Test
    void each_line_of_a_header_passes_with_its_value() {
        var fields = HttpFields.build().add("X-A", "1").add("X-A", "2");

        assertEquals(List.of("1", "2"), EndToEndHeaders.toBackend(fields).getValuesList("X-A"));
    }
}

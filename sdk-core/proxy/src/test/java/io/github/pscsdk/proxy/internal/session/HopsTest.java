package io.github.pscsdk.proxy.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.internal.settings.AddressRange;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose address a caller has behind reverse proxies: never one that it may have written itself. */
class HopsTest {
    private final Callers proxies =
            new Callers(List.of(), Set.of(AddressRange.parse("10.0.0.0/24"), AddressRange.parse("fd00::1")));

    private String callerOf(String remote, String forwardedFor) {
        return proxies.callerOf(AddressRange.literal(remote).orElseThrow(), forwardedFor);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.7, unknown | 10.0.0.1",
                "203.0.113.7, unknown, 10.0.0.2 | 10.0.0.2",
                "203.0.113.7, , 10.0.0.2 | 10.0.0.2",
                "203.0.113.7,10.0.0.2, | 10.0.0.1",
                "203.0.113.7, 10.0.0.2x, 10.0.0.3 | 10.0.0.3",
                "203.0.113.7, 10.0.0.2:x, 10.0.0.3 | 10.0.0.3",
                "203.0.113.7, [10.0.0.2, 10.0.0.3 | 10.0.0.3",
                "203.0.113.7, evil.example, fd00::1 | fd00::1"
            })
    void an_address_before_a_malformed_hop_is_not_believed(String forwardedFor, String caller) {
        assertEquals(caller, callerOf("10.0.0.1", forwardedFor));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.1 | 203.0.113.7 | 203.0.113.7",
                "10.0.0.1 | 198.51.100.1, 203.0.113.7 | 203.0.113.7",
                "10.0.0.1 | 198.51.100.1, 203.0.113.7, 10.0.0.2, 10.0.0.3 | 203.0.113.7",
                "10.0.0.1 | 10.0.0.9, 203.0.113.7 | 203.0.113.7",
                "10.0.0.1 | 10.0.0.9, 10.0.0.8 | 10.0.0.9",
                "10.0.1.1 | 203.0.113.7 | 10.0.1.1",
                "10.0.1.1 | unknown | 10.0.1.1",
                "fd00::1 | 203.0.113.7:80 | 203.0.113.7",
                "fd00::2 | 203.0.113.7 | fd00:0:0:0:0:0:0:2"
            })
    void the_caller_is_the_last_hop_that_is_no_proxy_of_ours(String remote, String forwardedFor, String caller) {
        assertEquals(caller, callerOf(remote, forwardedFor));
    }

    @Test
    void an_address_of_a_link_is_told_without_its_interface() throws Exception {
        var remote =
                Inet6Address.getByAddress(null, InetAddress.getByName("fe80::1").getAddress(), 1);

        assertEquals("fe80:0:0:0:0:0:0:1", proxies.callerOf(remote, ""));
    }

    @Test
    void where_no_proxy_is_trusted_no_header_is_believed() {
        var none = new Callers(List.of(), Set.of());

        assertEquals("10.0.0.1", none.callerOf(AddressRange.literal("10.0.0.1").orElseThrow(), "203.0.113.7"));
        assertFalse(none.isTrusted(AddressRange.literal("10.0.0.1").orElseThrow()));
        assertTrue(proxies.isTrusted(AddressRange.literal("10.0.0.255").orElseThrow()));
        assertFalse(proxies.isTrusted(AddressRange.literal("10.0.1.0").orElseThrow()));
    }
}

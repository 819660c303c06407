package io.github.pscsdk.proxy.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.internal.settings.AddressRange;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReverseProxiesTest {
    private final Callers proxies = new Callers(
            List.of(),
            Set.of(
                    AddressRange.parse("10.0.0.0/30"),
                    AddressRange.parse("10.7.0.0/20"),
                    AddressRange.parse("fd00::1")));

    private String callerOf(String remote, String forwarded) {
        return proxies.callerOf(AddressRange.literal(remote).orElseThrow(), forwarded);
    }

    private boolean disbelieves(String remote, String forwarded) {
        return proxies.disbelieves(AddressRange.literal(remote).orElseThrow(), forwarded);
    }

    @Test
    void a_header_of_just_anybody_is_not_believed() {
        assertEquals("192.0.2.9", callerOf("192.0.2.9", "203.0.113.7"));
        assertTrue(disbelieves("192.0.2.9", "203.0.113.7"));
        assertFalse(disbelieves("192.0.2.9", ""));
        assertFalse(disbelieves("10.0.0.1", "203.0.113.7"));
    }

    @Test
    void a_header_of_a_trusted_proxy_is_believed() {
        assertEquals("203.0.113.7", callerOf("10.0.0.1", "203.0.113.7"));
        assertEquals("2001:db8::7", callerOf("10.0.0.1", "2001:db8::7"));
    }

    @Test
    void of_several_hops_the_last_one_that_is_not_ours_counts() {
        assertEquals("203.0.113.7", callerOf("10.0.0.1", "198.51.100.1, 203.0.113.7, 10.0.0.2"));
    }

    @Test
    void without_a_header_the_proxy_itself_is_the_caller() {
        assertEquals("10.0.0.1", callerOf("10.0.0.1", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "evil.example", "256.1.1.1", "1.2.3", "_hidden"})
    void what_is_no_address_is_not_believed(String forwarded) {
        assertEquals("10.0.0.1", callerOf("10.0.0.1", forwarded));
        assertThrows(IllegalArgumentException.class, () -> AddressRange.parse(forwarded));
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7:4711, 203.0.113.7",
        "[2001:db8::7]:4711, 2001:db8::7",
        "[2001:db8::7], 2001:db8::7",
        "203.0.113.7:x, fd00:0:0:0:0:0:0:1"
    })
    void a_port_behind_an_address_does_not_matter(String forwarded, String caller) {
        assertEquals(caller, callerOf("fd00::1", forwarded));
    }

    @ParameterizedTest
    @CsvSource({
        "10.7.0.0, true",
        "10.7.15.255, true",
        "10.7.16.0, false",
        "10.6.255.255, false",
        "fd00::1, true",
        "fd00::2, false",
        "::ffff:10.7.0.1, true",
        "::a07:1, false"
    })
    void a_range_has_the_addresses_with_its_first_bits(String address, boolean trusted) {
        assertEquals(trusted, proxies.isTrusted(AddressRange.literal(address).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0.0.0.0/0", "::/0", "10.0.0.0/33", "fd00::/129", "10.0.0.0/", "10.0.0.0/x", "/8", "10.0.0.0/8/8"
            })
    void a_range_of_every_address_or_of_none_is_refused(String range) {
        assertThrows(IllegalArgumentException.class, () -> AddressRange.parse(range));
    }
}

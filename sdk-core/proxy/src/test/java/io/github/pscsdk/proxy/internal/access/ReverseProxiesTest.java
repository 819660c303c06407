package io.github.pscsdk.proxy.internal.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReverseProxiesTest {
    private final ReverseProxies proxies =
            new ReverseProxies(Set.of(ReverseProxies.parse("10.0.0.1"), ReverseProxies.parse("10.0.0.2")));

    @Test
    void a_header_of_just_anybody_is_not_believed() {
        assertEquals("192.0.2.9", proxies.callerOf("192.0.2.9", "203.0.113.7"));
    }

    @Test
    void a_header_of_a_trusted_proxy_is_believed() {
        assertEquals("203.0.113.7", proxies.callerOf("10.0.0.1", "203.0.113.7"));
        assertEquals("2001:db8::7", proxies.callerOf("10.0.0.1", "2001:db8::7"));
    }

    @Test
    void of_several_hops_the_last_one_that_is_not_ours_counts() {
        assertEquals("203.0.113.7", proxies.callerOf("10.0.0.1", "198.51.100.1, 203.0.113.7, 10.0.0.2"));
    }

    @Test
    void without_a_header_the_proxy_itself_is_the_caller() {
        assertEquals("10.0.0.1", proxies.callerOf("10.0.0.1", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "evil.example", "256.1.1.1", "1.2.3", "_hidden", "203.0.113.7:4711"})
    void what_is_no_address_is_not_believed(String forwarded) {
        assertEquals("10.0.0.1", proxies.callerOf("10.0.0.1", forwarded));
        assertThrows(IllegalArgumentException.class, () -> ReverseProxies.parse(forwarded));
    }
}

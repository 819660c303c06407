package io.github.pscsdk.httpclient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardProxyTest {
    private static final ForwardProxy CLINIC = ForwardProxy.ofJava().withAddress("proxy.clinique.example:3128");

    @Test
    void a_proxy_of_ours_goes_before_that_of_java_and_is_looked_up_where_it_is_used() {
        var address =
                (InetSocketAddress) chosen(CLINIC, "https://serveur.example").address();

        assertEquals("proxy.clinique.example", address.getHostString());
        assertEquals(3128, address.getPort());
        assertTrue(address.isUnresolved());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:80", "https://127.0.0.1", "https://127.3.2.1", "http://[::1]:8080"})
    void this_machine_is_reached_without_it(String here) {
        assertEquals(Proxy.NO_PROXY, chosen(CLINIC, here));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127a.example", "https://localhost.example", "http://my-localhost"})
    void a_name_like_that_of_this_machine_is_another_one(String there) {
        assertNotEquals(Proxy.NO_PROXY, chosen(CLINIC, there));
    }

    @ParameterizedTest
    @CsvSource({
        "*.clinique.example, https://badge.Clinique.example, true",
        "*.clinique.example, https://clinique.example.org, false",
        "*.clinique.example, https://xclinique.example, false",
        "badge.local, https://badge.local:8443/x, true",
        "badge.local, https://badge-local, false",
        "10.*, https://10.1.2.3, true",
        "[fd00::*, https://[fd00::7]/, true",
        "fd00::7, https://[fd00::8]/, false"
    })
    void exceptions_are_whole_hosts_with_a_star_for_any_characters(String hosts, String there, boolean isDirect) {
        assertEquals(isDirect, chosen(CLINIC.except("a.example", hosts), there).equals(Proxy.NO_PROXY));
        assertEquals(
                isDirect,
                chosen(CLINIC.except(hosts).except("a.example"), there).equals(Proxy.NO_PROXY));
    }

    @Test
    void without_a_proxy_of_ours_that_of_java_is_asked_at_each_choice() {
        var before = ProxySelector.getDefault();
        var chooser = ForwardProxy.ofJava().except("badge.local").selector();
        try {
            ProxySelector.setDefault(ProxySelector.of(new InetSocketAddress("127.0.0.1", 7)));
            assertEquals(7, port(chooser.select(URI.create("https://serveur.example"))));
            assertEquals(List.of(Proxy.NO_PROXY), chooser.select(URI.create("https://badge.local")));

            ProxySelector.setDefault(null);
            assertEquals(List.of(Proxy.NO_PROXY), chooser.select(URI.create("https://serveur.example")));
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "proxy",
                "proxy:",
                "proxy:x",
                "http://proxy:3128",
                "name:secret@proxy:3128",
                "a b:3128",
                "proxy:3128/x",
                "proxy:3128?a#b"
            })
    void an_address_is_host_and_port(String written) {
        assertThrows(IllegalArgumentException.class, () -> CLINIC.withAddress(written));
    }

    @Test
    void a_proxy_may_have_an_ipv6_address_in_brackets_or_without() {
        for (var host : List.of("[fd00::9]", "fd00::9")) {
            var address = (InetSocketAddress) chosen(ForwardProxy.ofJava().withAddress(host, 3128), "https://a.example")
                    .address();

            assertEquals("fd00::9", address.getHostString());
        }
    }

    @Test
    void a_login_is_written_as_rfc_7617_has_it_and_printed_nowhere() {
        var proxy = CLINIC.withLogin("poste-4", "clé:é");

        var basic = proxy.authorization().orElseThrow();
        assertArrayEquals(
                "poste-4:clé:é".getBytes(StandardCharsets.UTF_8),
                Base64.getDecoder().decode(basic.substring("Basic ".length())));
        assertFalse(proxy.toString().contains("clé"));
        assertFalse(proxy.toString().contains(basic));
        var refused = assertThrows(IllegalArgumentException.class, () -> CLINIC.withLogin("a:b", "clé"));
        assertFalse(refused.getMessage().contains("clé"));
        assertThrows(IllegalArgumentException.class, () -> CLINIC.withLogin(" ", "clé"));
    }

    @ParameterizedTest
    @CsvSource({"'', 3128", "proxy, 0", "proxy, 65536"})
    void what_is_no_proxy_is_refused(String host, int port) {
        assertThrows(IllegalArgumentException.class, () -> CLINIC.withAddress(host, port));
    }

    private static Proxy chosen(ForwardProxy proxy, String address) {
        return proxy.selector().select(URI.create(address)).get(0);
    }

    private static int port(List<Proxy> proxies) {
        return ((InetSocketAddress) proxies.get(0).address()).getPort();
    }
}

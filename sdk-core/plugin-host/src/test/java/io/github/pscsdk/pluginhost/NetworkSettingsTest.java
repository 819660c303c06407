package io.github.pscsdk.pluginhost;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkSettingsTest {
    private static final NetworkSettings CLINIC = NetworkSettings.ofSystem().withProxy("proxy.clinique.example", 3128);

    @TempDir
    private Path folder;

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
        assertEquals(
                isDirect,
                chosen(CLINIC.withoutProxyFor("a.example", hosts), there).equals(Proxy.NO_PROXY));
        assertEquals(Proxy.NO_PROXY, chosen(CLINIC.withoutProxyFor(hosts).withoutProxyFor("*"), there));
    }

    @Test
    void without_a_proxy_of_ours_that_of_java_is_asked_at_each_choice() {
        var before = ProxySelector.getDefault();
        var chooser = NetworkSettings.ofSystem().withoutProxyFor("badge.local").proxySelector();
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

    @Test
    void a_proxy_may_have_an_ipv6_address_in_brackets_or_without() {
        for (var host : List.of("[fd00::9]", "fd00::9")) {
            var address =
                    (InetSocketAddress) chosen(NetworkSettings.ofSystem().withProxy(host, 3128), "https://a.example")
                            .address();

            assertEquals("fd00::9", address.getHostString());
        }
    }

    @Test
    void a_login_is_written_as_rfc_7617_has_it_and_printed_nowhere() {
        var settings = CLINIC.withProxyLogin("poste-4", "clé:é");

        var basic = settings.proxyAuthorization().orElseThrow();
        assertArrayEquals(
                "poste-4:clé:é".getBytes(StandardCharsets.UTF_8),
                Base64.getDecoder().decode(basic.substring("Basic ".length())));
        assertFalse(settings.toString().contains("cl"), settings.toString());
        var refused = assertThrows(IllegalArgumentException.class, () -> CLINIC.withProxyLogin("a:b", "clé"));
        assertFalse(refused.getMessage().contains("clé"));
    }

    @ParameterizedTest
    @CsvSource({"'', 3128", "proxy, 0", "proxy, 65536"})
    void what_is_no_proxy_is_refused(String host, int port) {
        assertThrows(IllegalArgumentException.class, () -> CLINIC.withProxy(host, port));
    }

    @Test
    void the_authorities_of_java_of_debian_and_of_a_file_are_trusted_together() throws Exception {
        var java = issuers(NetworkSettings.ofSystem());
        assertTrue(java.size() > 50, "Java's own");
        var pem = folder.resolve("clinic.pem");
        try (var certificate = NetworkSettingsTest.class.getResourceAsStream("clinic.pem")) {
            Files.copy(certificate, pem);
        }
        var clinic = TrustedAuthorities.of(pem).get(0);
        assertFalse(java.contains(clinic));

        var all = issuers(CLINIC.withAuthorities(pem));

        assertTrue(all.contains(clinic));
        assertTrue(all.containsAll(java));
        var debian = Path.of("/etc/ssl/certs/ca-certificates.crt");
        if (Files.exists(debian)) {
            assertTrue(all.containsAll(TrustedAuthorities.of(debian)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no certificate", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"})
    void a_file_of_anything_else_is_refused_at_once(String content) throws Exception {
        var file = Files.writeString(folder.resolve("other.pem"), content);

        assertThrows(IllegalArgumentException.class, () -> CLINIC.withAuthorities(file));
        assertThrows(IllegalArgumentException.class, () -> CLINIC.withAuthorities(folder.resolve("missing.pem")));
    }

    private static Proxy chosen(NetworkSettings settings, String address) {
        return settings.proxySelector().select(URI.create(address)).get(0);
    }

    private static int port(List<Proxy> proxies) {
        return ((InetSocketAddress) proxies.get(0).address()).getPort();
    }

    private static List<X509Certificate> issuers(NetworkSettings settings) {
        return Arrays.asList(settings.trustManager().getAcceptedIssuers());
    }
}

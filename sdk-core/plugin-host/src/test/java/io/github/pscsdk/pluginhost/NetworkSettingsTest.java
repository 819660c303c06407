package io.github.pscsdk.pluginhost;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.httpclient.ForwardProxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkSettingsTest {
    private static final NetworkSettings CLINIC =
            NetworkSettings.ofSystem().withProxy(ForwardProxy.ofJava().withAddress("proxy.clinique.example", 3128));

    @TempDir
    private Path folder;

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

    private static List<X509Certificate> issuers(NetworkSettings settings) {
        return Arrays.asList(settings.trustManager().getAcceptedIssuers());
    }
}

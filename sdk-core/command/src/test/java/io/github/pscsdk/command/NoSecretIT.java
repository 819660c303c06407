package io.github.pscsdk.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The command runs on workstations: its jar, with all that it brings along, cannot hold a client secret, and simulates nothing. */
class NoSecretIT {
    private static final Path JAR = Path.of("target", "psc.jar");

    private static final List<String> OF_THE_SERVER_HALF_OR_THE_TEST_KIT = List.of(
            "com/nimbusds/",
            "org/bouncycastle/",
            "io/github/pscsdk/relyingparty/",
            "io/github/pscsdk/proxy/",
            "io/github/pscsdk/proxytools/",
            "io/github/pscsdk/outbox/",
            "io/github/pscsdk/spring/",
            "io/github/pscsdk/testkit/",
            "io/github/pscsdk/plugin/stub/",
            "io/github/pscsdk/example/");

    /** {@code SSLContext.init}, which has to be named even where it is given no key; whoever had one would name its type elsewhere too. */
    private static final String TLS_WITHOUT_KEYS =
            "([Ljavax/net/ssl/KeyManager;[Ljavax/net/ssl/TrustManager;Ljava/security/SecureRandom;)V";

    private static final List<String> ABLE_TO_HOLD_A_SECRET = List.of(
            "java/security/KeyStore",
            "java/security/Key;",
            "java/security/PrivateKey",
            "javax/net/ssl/KeyManager",
            "javax/net/ssl/X509KeyManager",
            "javax/net/ssl/KeyManagerFactory",
            "client_secret",
            "ClientAuthentication");

    /** Opens the key stores of the system, without a password; of their entries it may read certificates alone. */
    private static final String TRUSTED_AUTHORITIES = "io/github/pscsdk/pluginhost/TrustedAuthorities.class";

    private static final String KEY_STORE = "java/security/KeyStore";

    @Test
    void nothing_of_the_server_half_or_the_test_kit_is_in_it() throws Exception {
        try (var jar = new JarFile(JAR.toFile())) {
            var found = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> OF_THE_SERVER_HALF_OR_THE_TEST_KIT.stream().anyMatch(name::contains)
                            || name.endsWith("personas.json"))
                    .toList();

            assertEquals(List.of(), found);
        }
    }

    @Test
    void no_class_of_ours_mentions_a_type_that_could_hold_a_secret() throws Exception {
        var found = new TreeSet<String>();
        var classes = 0;
        try (var jar = new JarFile(JAR.toFile())) {
            for (var entry : jar.stream()
                    .filter(e -> e.getName().startsWith("io/github/pscsdk/")
                            && e.getName().endsWith(".class"))
                    .toList()) {
                classes++;
                var constants = constants(jar, entry.getName());
                ABLE_TO_HOLD_A_SECRET.stream()
                        .filter(constants::contains)
                        .filter(type ->
                                !(type.equals(KEY_STORE) && entry.getName().equals(TRUSTED_AUTHORITIES)))
                        .forEach(type -> found.add(entry.getName() + " mentions " + type));
            }
        }

        assertEquals(List.of(), List.copyOf(found));
        assertTrue(classes > 200, "the jar was looked at");
    }

    /** Names of types and strings stand in a class file's constant pool in plain bytes (JVMS 4.4.7). */
    private static String constants(JarFile jar, String name) throws IOException {
        try (var bytes = jar.getInputStream(jar.getEntry(name))) {
            return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1).replace(TLS_WITHOUT_KEYS, "");
        }
    }
}

package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.pluginhost.internal.PluginHost;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** A workstation cannot hold a client secret: neither the built artifact nor what it brings along is able to. */
class NoSecretIT {
    /** {@code SSLContext.init}, which has to be named even where it is given no key; whoever had one would name its type elsewhere too. */
    private static final String TLS_WITHOUT_KEYS =
            "([Ljavax/net/ssl/KeyManager;[Ljavax/net/ssl/TrustManager;Ljava/security/SecureRandom;)V";

    private static final List<String> ABLE_TO_HOLD_ONE = List.of(
            "java/security/KeyStore",
            "java/security/Key;",
            "java/security/PrivateKey",
            "javax/net/ssl/KeyManager",
            "javax/net/ssl/X509KeyManager",
            "javax/net/ssl/KeyManagerFactory",
            "com/nimbusds/",
            "io/github/pscsdk/relyingparty/",
            "client_secret",
            "ClientAuthentication");

    /** Opens the key stores of the system, without a password; of their entries it may read certificates alone. */
    private static final String TRUSTED_AUTHORITIES = "io/github/pscsdk/pluginhost/TrustedAuthorities.class";

    private static final String KEY_STORE = "java/security/KeyStore";

    @Test
    void no_class_of_ours_mentions_a_type_that_could_hold_a_secret() throws Exception {
        var found = new TreeSet<String>();
        var classes = 0;
        for (var archive : List.of(artifact(PscClientBuilder.class), artifact(PluginHost.class))) {
            try (var jar = new JarFile(archive.toFile())) {
                for (var entry :
                        jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
                    classes++;
                    var constants = constants(jar, entry.getName());
                    ABLE_TO_HOLD_ONE.stream()
                            .filter(constants::contains)
                            .filter(type ->
                                    !(type.equals(KEY_STORE) && entry.getName().equals(TRUSTED_AUTHORITIES)))
                            .forEach(type -> found.add(entry.getName() + " mentions " + type));
                }
            }
        }

        assertEquals(List.of(), List.copyOf(found));
        assertTrue(classes > 80, "both artifacts were looked at");
    }

    @Test
    void the_relying_party_and_its_libraries_do_not_come_along() throws IOException {
        var path = Arrays.stream(Files.readString(Path.of("target/runtime-class-path.txt"))
                        .strip()
                        .split(File.pathSeparator))
                .map(entry -> Path.of(entry).getFileName().toString())
                .toList();

        assertTrue(path.stream().anyMatch(name -> name.startsWith("okhttp-jvm")), "the class path was looked at");
        assertEquals(
                List.of(),
                path.stream()
                        .filter(name -> name.contains("nimbus")
                                || name.contains("relying-party")
                                || name.startsWith("bc")
                                || name.contains("oauth"))
                        .toList());
    }

    /** Names of types and strings stand in a class file's constant pool in plain bytes (JVMS 4.4.7). */
    private static String constants(JarFile jar, String name) throws IOException {
        try (var bytes = jar.getInputStream(jar.getEntry(name))) {
            return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1).replace(TLS_WITHOUT_KEYS, "");
        }
    }

    private static Path artifact(Class<?> part) throws URISyntaxException {
        var location =
                Path.of(part.getProtectionDomain().getCodeSource().getLocation().toURI());
        assertTrue(location.toString().endsWith(".jar"), "this test runs on the built jar: " + location);
        return location;
    }
}

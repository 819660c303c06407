package io.github.pscsdk.proxytools.internal.conformity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.zip.ZipInputStream;

/**
 * The content of the jars on workstations, nested jars included. A text that a class uses stands in its file as it is
 * (JVM specification, section 4.4.7).
 */
final class JarEvidence {
    /** Libraries that act as a client of Pro Santé Connect: only a server has a use for them. */
    private static final List<String> CLIENT_LIBRARIES = List.of(
            "io/github/pscsdk/relyingparty/",
            "com/nimbusds/",
            "com/github/scribejava/",
            "net/openid/appauth/",
            "org/keycloak/",
            "org/pac4j/",
            "org/springframework/security/oauth2/client/");
    /** How a client names its secret (RFC 6749, RFC 7523). */
    private static final List<String> SECRETS = List.of("client_secret", "client_assertion");
    /** Files that hold a private key. */
    private static final List<String> KEYS = List.of(".p12", ".pfx", ".jks", ".key");
    /** Parts of its addresses; a host alone may stand in a text about firewalls. */
    private static final List<String> ADDRESSES = List.of(
            "/realms/esante-wallet",
            "wallet-openid-configuration",
            "wallet.esw.esante.gouv.fr/auth",
            "wallet.bas.psc.esante.gouv.fr/auth");
    /** Of the plug-in that logs fictitious professionals in, whatever its archive is called. */
    private static final String STUB = "io/github/pscsdk/plugin/stub/";

    private static final String JAR = ".jar";

    private JarEvidence() {}

    static List<ConformityFinding> ofWorkstation(Path place) throws IOException {
        return List.of(
                finding(Check.WORKSTATION_SECRET, place, JarEvidence::canHoldSecret),
                finding(
                        Check.WORKSTATION_ADDRESSES,
                        place,
                        (name, content) -> ADDRESSES.stream().anyMatch(content::contains)));
    }

    static List<ConformityFinding> ofPlugins(Path folder) throws IOException {
        return List.of(finding(Check.PLUGINS_STUB, folder, (name, content) -> name.startsWith(STUB)));
    }

    private static boolean canHoldSecret(String name, String content) {
        return CLIENT_LIBRARIES.stream().anyMatch(name::contains)
                || KEYS.stream().anyMatch(name::endsWith)
                || name.endsWith(".class") && SECRETS.stream().anyMatch(content::contains);
    }

    /** @param wrong by the name of an entry and its content, byte by byte as a character */
    private static ConformityFinding finding(Check check, Path place, BiPredicate<String, String> wrong)
            throws IOException {
        var jars = jars(place);
        if (jars.isEmpty()) {
            return ConformityFinding.unseen(check, check.need());
        }
        var found = new TreeSet<String>();
        for (var jar : jars) {
            try (var in = Files.newInputStream(jar)) {
                search(in, wrong, found);
            }
        }
        return found.isEmpty()
                ? ConformityFinding.passed(check, jars.size())
                : ConformityFinding.failed(check, jars.size(), found.size(), found.first());
    }

    private static List<Path> jars(Path place) throws IOException {
        try (var all = Files.walk(place)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(JAR))
                    .sorted()
                    .toList();
        }
    }

    private static void search(InputStream jar, BiPredicate<String, String> wrong, TreeSet<String> found)
            throws IOException {
        var zip = new ZipInputStream(jar);
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            var content = zip.readAllBytes();
            if (entry.getName().endsWith(JAR)) {
                search(new ByteArrayInputStream(content), wrong, found);
            } else if (!entry.isDirectory()
                    && wrong.test(entry.getName(), new String(content, StandardCharsets.ISO_8859_1))) {
                found.add(entry.getName());
            }
        }
    }
}

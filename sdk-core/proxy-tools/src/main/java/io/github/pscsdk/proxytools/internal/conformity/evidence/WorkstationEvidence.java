package io.github.pscsdk.proxytools.internal.conformity.evidence;

import static io.github.pscsdk.proxytools.internal.conformity.obligation.Check.WORKSTATION_ADDRESSES;
import static io.github.pscsdk.proxytools.internal.conformity.obligation.Check.WORKSTATION_SECRET;

import io.github.pscsdk.proxytools.internal.conformity.obligation.Check;
import io.github.pscsdk.proxytools.internal.conformity.obligation.Check.Prerequisite;
import io.github.pscsdk.proxytools.internal.conformity.verdict.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/**
 * What is in the jars that are installed on workstations. A name or a text that a class uses stands in its file as it is
 * (JVM specification, section 4.4.7), so that looking for it needs no loading.
 */
public final class WorkstationEvidence {
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

    private WorkstationEvidence() {}

    /**
     * Both checks of a jar, or of the jars in a folder.
     *
     * @throws IOException if one cannot be read
     */
    public static List<Finding> of(Path place) throws IOException {
        var jars = JarScanner.of(place);
        var holders = new TreeSet<String>();
        var talkers = new TreeSet<String>();
        for (var jar : jars) {
            JarScanner.entries(jar, (name, content) -> {
                if (canHoldSecret(name, content)) {
                    holders.add(name);
                }
                if (ADDRESSES.stream().anyMatch(content::contains)) {
                    talkers.add(name);
                }
            });
        }
        return List.of(
                finding(WORKSTATION_SECRET, jars.size(), holders),
                finding(WORKSTATION_ADDRESSES, jars.size(), talkers));
    }

    private static boolean canHoldSecret(String name, String content) {
        return CLIENT_LIBRARIES.stream().anyMatch(name::contains)
                || KEYS.stream().anyMatch(name::endsWith)
                || name.endsWith(".class") && SECRETS.stream().anyMatch(content::contains);
    }

    private static Finding finding(Check check, int jars, TreeSet<String> found) {
        if (jars == 0) {
            return Finding.unseen(check, Prerequisite.WORKSTATION);
        }
        return found.isEmpty() ? Finding.passed(check, jars) : Finding.failed(check, jars, found.size(), found.first());
    }
}

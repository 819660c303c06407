package io.github.pscsdk.proxytools.internal.conformity;

import static io.github.pscsdk.proxytools.internal.conformity.Check.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.proxytools.internal.conformity.ConformityFinding.Outcome;
import io.github.pscsdk.proxytools.internal.conformity.Meddler.Back;
import io.github.pscsdk.proxytools.internal.conformity.Meddler.Meddling;
import io.github.pscsdk.relyingparty.RelyingParty;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Each of the things that can be wrong, one at a time. */
final class Breakages {
    private Breakages() {}

    /** What is found with that thing wrong. */
    @FunctionalInterface
    interface Look {
        List<ConformityFinding> on(Installation installation) throws Exception;
    }

    /** The checks that see it, and how it comes about. */
    record Breakage(Set<Check> checks, Look how) {
        /** Looks, and fails unless these checks fail, and no others. */
        void assertSeen(Installation installation) throws Exception {
            var findings = how.on(installation);

            var failed = findings.stream()
                    .filter(finding -> finding.outcome() == Outcome.FAILED)
                    .map(ConformityFinding::check)
                    .collect(Collectors.toSet());
            assertEquals(checks, failed, findings::toString);
        }

        @Override
        public String toString() {
            return new TreeSet<>(checks).toString();
        }
    }

    static Stream<Breakage> all() {
        return Stream.of(configurations(), traces(), installed(), tls(), redirects(), played())
                .flatMap(breakages -> breakages);
    }

    private static Stream<Breakage> configurations() {
        return Stream.of(
                configuration(
                        CONFIGURATION_CERTIFICATE,
                        "\"mtls\", \"keyStore\": \"client.p12\", \"password\"",
                        "\"secret_basic\", \"secret\""),
                configuration(CONFIGURATION_API_CLIENTS, "certificate_of_psc", "dangerously_client_of_psc"),
                configuration(CONFIGURATION_HTTPS, "\"publicBaseUri\": \"https:", "\"publicBaseUri\": \"http:"),
                configuration(CONFIGURATION_APPLICATIONS, "\"conformityMode\": false", "\"conformityMode\": true"),
                configuration(CONFIGURATION_TRACES, ",\\s*\"traces\": \\{[^}]*}", ""),
                configuration(CONFIGURATION_ADDRESSES, "\\[\"127.0.0.1\"]", "[]"));
    }

    private static Breakage configuration(Check check, String what, String by) {
        return new Breakage(Set.of(check), installation -> {
            var text = Files.readString(installation.vendor.configuration).replaceFirst(what, by);
            var file = Files.writeString(installation.folder.resolve("broken.json"), text);
            return ConfigurationEvidence.of(ConfigurationEvidence.read(file, Language.ENGLISH));
        });
    }

    private static Stream<Breakage> traces() {
        return Stream.of(
                traces(TRACES_EVENTS, "\"DISCONNECT\"", "\"CONNECT_REPLAY\""),
                traces(TRACES_SESSIONS, "\"session_state\":\"[^\"]+\",?", ""),
                traces(TRACES_ONE_TO_ONE, "\"session_state\":\"[^\"]+\"", "\"session_state\":\"another\""));
    }

    /** In the last trace alone. */
    private static Breakage traces(Check check, String what, String by) {
        return new Breakage(Set.of(check), installation -> {
            var text = Files.readString(installation.traces).replaceFirst("(?s)(.*)" + what, "$1" + by);
            return TraceEvidence.of(
                    TraceEvidence.read(Files.writeString(installation.folder.resolve("broken.json"), text)));
        });
    }

    private static Stream<Breakage> installed() {
        return Stream.of(
                new Breakage(
                        Set.of(WORKSTATION_SECRET, WORKSTATION_ADDRESSES),
                        // Of the server half: nothing to install on workstations.
                        installation -> JarEvidence.ofWorkstation(Installation.jarOf(RelyingParty.class))),
                new Breakage(Set.of(PLUGINS_STUB), installation -> JarEvidence.ofPlugins(ToolRun.PLUGINS)));
    }

    private static Stream<Breakage> tls() {
        return Stream.of(new Breakage(
                Set.of(TLS_VERSIONS), installation -> List.of(TlsProbe.of(installation.vendor.front.old()))));
    }

    private static Stream<Breakage> redirects() {
        return Stream.of(
                address("acr_values=eidas1", "acr_values=eidas2", REDIRECT_ACR),
                address("([?&])state=[^&\"]+", "$1state=always-the-same-for-everybody", REDIRECT_STATE),
                address("([?&])nonce=[^&\"]+", "$1nonce=always-the-same-for-everybody", REDIRECT_NONCE),
                address("code_challenge_method=S256", "code_challenge_method=plain", REDIRECT_PKCE),
                address("(redirect_uri=[^&\"]+)", "$1%2F", REDIRECT_URI),
                asked(
                        call -> call.path().contains("state-that-nobody") ? new Back(200, "") : call.forward(),
                        CALLBACK_STATE),
                asked(
                        call -> call.isAnonymous() && !call.is("GET", "/v1/callback")
                                ? new Back(200, "")
                                : call.forward(),
                        GATE_TOKEN));
    }

    private static Breakage address(String what, String by, Check check) {
        return asked(addressing(what, by), check);
    }

    private static Meddling addressing(String what, String by) {
        return call -> {
            var back = call.forward();
            return call.is("POST", "/v1/logins") ? back.replacing(what, by) : back;
        };
    }

    /** Seen in logins that are played. */
    private static Stream<Breakage> played() {
        return Stream.of(
                played(addressing("(redirect_uri=[^&\"]+)", "$1%2F"), REDIRECT_ACCEPTED),
                played(
                        call -> call.is("GET", "/v1/callback") && !call.path().contains("nobody")
                                ? new Back(200, call.forward().body())
                                : call.forward(),
                        CALLBACK_NONCE),
                played(
                        call -> call.forward()
                                .replacing("\"expiresAt\":\"20", "\"access_token\":\"…\",\"expiresAt\":\"20"),
                        SESSION_TOKENS),
                played(
                        call -> call.is("DELETE", "/disconnect") ? new Back(200, "") : call.forward(),
                        SESSION_EXPLICIT_END),
                played(call -> call.forward().replacing("\"expiresAt\":\"20", "\"expiresAt\":\"21"), SESSION_LIMITS),
                played(
                        call -> call.withBody(call.body().replaceAll("(\"bindingMessage\":)\"[^\"]*\"", "$1\"42\""))
                                .forward(),
                        BACKCHANNEL_BINDING),
                asking("ext/ciba/auth", "BACKCHANNEL", "/v1/logins", BACKCHANNEL_ACR),
                asking("logout", "", "/v1/session", SESSION_AUTOMATIC_END));
    }

    /** A proxy that, at that call, sends a request of its own to the simulator, without what belongs into it. */
    private static Breakage asking(String endpoint, String body, String path, Check check) {
        return new Breakage(Set.of(check), installation -> {
            var simulator = installation.vendor.simulator;
            var address = URI.create(simulator.issuer() + "/protocol/openid-connect/" + endpoint);
            var client = HttpClient.newBuilder()
                    .sslContext(trusting(simulator.trustStore()))
                    .build();
            return played(installation, call -> {
                var back = call.forward();
                if (back.status() != 400
                        && call.path().startsWith(path)
                        && call.body().contains(body)) {
                    var request = HttpRequest.newBuilder(address)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("scope=openid%20scope_all"));
                    client.send(request.build(), HttpResponse.BodyHandlers.discarding());
                }
                return back;
            });
        });
    }

    private static SSLContext trusting(KeyStore authorities) throws GeneralSecurityException {
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(authorities);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static Breakage played(Meddling meddling, Check check) {
        return new Breakage(Set.of(check), installation -> played(installation, meddling));
    }

    private static List<ConformityFinding> played(Installation installation, Meddling meddling) throws Exception {
        try (var meddler = new Meddler(installation.vendor.proxy.address(), meddling)) {
            return installation.played(installation.proxyAt(meddler.address()), true);
        }
    }

    /** Seen in what the proxy answers at once. */
    private static Breakage asked(Meddling meddling, Check check) {
        return new Breakage(Set.of(check), installation -> {
            var vendor = installation.vendor;
            try (var meddler = new Meddler(vendor.proxy.address(), meddling)) {
                var proxy = installation.proxyAt(meddler.address());
                return new ProxyProbe(proxy, Optional.of(vendor.redirectUri())).findings();
            }
        });
    }
}

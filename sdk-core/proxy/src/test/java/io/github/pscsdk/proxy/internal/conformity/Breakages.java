package io.github.pscsdk.proxy.internal.conformity;

import static io.github.pscsdk.proxy.internal.conformity.obligation.Check.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.proxy.internal.conformity.Meddler.Back;
import io.github.pscsdk.proxy.internal.conformity.Meddler.Meddling;
import io.github.pscsdk.proxy.internal.conformity.json.ObligationFile;
import io.github.pscsdk.proxy.internal.conformity.obligation.Check;
import io.github.pscsdk.proxy.internal.conformity.obligation.Obligation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Each of the things that can be wrong, one at a time. */
final class Breakages {
    private Breakages() {}

    /** How it is run with that thing wrong. */
    @FunctionalInterface
    interface Run {
        Printed on(Installation installation) throws Exception;
    }

    /** The checks that see it, and how it comes about. */
    record Breakage(Set<Check> checks, Run how) {
        /** Runs it, and fails unless these checks fail, the obligations that they belong to are unmet, and nothing else is. */
        void assertSeen(Installation installation) throws Exception {
            var expected = checks.stream().map(Check::id).collect(Collectors.toCollection(TreeSet::new));
            var unmet = ObligationFile.builtIn().all().stream()
                    .filter(obligation -> obligation.checks().stream().anyMatch(checks::contains))
                    .map(Obligation::id)
                    .collect(Collectors.toCollection(TreeSet::new));

            var printed = how.on(installation);

            assertEquals(expected, printed.checks("FAILED"), printed::toString);
            assertEquals(unmet, printed.obligations("NOT_MET"), printed::toString);
            assertEquals(unmet.isEmpty() ? 0 : 1, printed.run().exitCode());
        }

        @Override
        public String toString() {
            return new TreeSet<>(checks).toString();
        }
    }

    static Stream<Breakage> all() {
        return Stream.concat(shown(), played());
    }

    /** Seen in files, or in what the proxy answers at once. */
    static Stream<Breakage> shown() {
        return Stream.of(configurations(), traces(), installed(), tls(), redirects())
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
            // The front is there, whatever this file says: what it speaks is another matter.
            return Printed.of("--configuration=" + Files.writeString(installation.folder.resolve("broken.json"), text));
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
            return Printed.of("--traces=" + Files.writeString(installation.folder.resolve("broken.json"), text));
        });
    }

    private static Stream<Breakage> installed() {
        return Stream.of(
                new Breakage(
                        Set.of(WORKSTATION_SECRET, WORKSTATION_ADDRESSES),
                        // The server half: nothing to install on workstations.
                        installation -> Printed.of("--workstation=" + Installation.SERVER_HALF)),
                new Breakage(Set.of(PLUGINS_STUB), installation -> Printed.of("--plugins=" + ToolRun.PLUGINS)));
    }

    private static Stream<Breakage> tls() {
        return Stream.of(new Breakage(Set.of(TLS_VERSIONS), installation -> {
            try (var old = TlsFront.start(installation.folder, "TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3")) {
                var text = Files.readString(installation.vendor.configuration)
                        .replaceFirst("https://127.0.0.1:\\d+", "https://127.0.0.1:" + old.port());
                return Printed.of(
                        "--configuration=" + Files.writeString(installation.folder.resolve("broken.json"), text));
            }
        }));
    }

    private static Stream<Breakage> redirects() {
        return Stream.of(
                address("acr_values=eidas1", "acr_values=eidas2", REDIRECT_ACR),
                address("([?&])state=[^&\"]+", "$1state=always-the-same-for-everybody", REDIRECT_STATE),
                address("([?&])nonce=[^&\"]+", "$1nonce=always-the-same-for-everybody", REDIRECT_NONCE),
                address("code_challenge_method=S256", "code_challenge_method=plain", REDIRECT_PKCE),
                address("(redirect_uri=[^&\"]+)", "$1%2F", REDIRECT_URI, REDIRECT_ACCEPTED),
                meddling(
                        call -> call.path().contains("state-that-nobody") ? new Back(200, "") : call.forward(),
                        CALLBACK_STATE),
                meddling(
                        call -> call.isAnonymous() && !call.is("GET", "/v1/callback")
                                ? new Back(200, "")
                                : call.forward(),
                        GATE_TOKEN));
    }

    private static Breakage address(String what, String by, Check... checks) {
        return meddling(
                call -> {
                    var back = call.forward();
                    return call.is("POST", "/v1/logins") ? back.replacing(what, by) : back;
                },
                checks);
    }

    /** Seen in logins that are played. */
    static Stream<Breakage> played() {
        return Stream.of(
                meddling(
                        call -> call.is("GET", "/v1/callback") && !call.path().contains("nobody")
                                ? new Back(200, call.forward().body())
                                : call.forward(),
                        CALLBACK_NONCE),
                meddling(
                        call -> call.forward()
                                .replacing("\"expiresAt\":\"20", "\"access_token\":\"…\",\"expiresAt\":\"20"),
                        SESSION_TOKENS),
                meddling(
                        call -> call.is("DELETE", "/disconnect") ? new Back(200, "") : call.forward(),
                        SESSION_EXPLICIT_END),
                meddling(call -> call.forward().replacing("\"expiresAt\":\"20", "\"expiresAt\":\"21"), SESSION_LIMITS),
                meddling(
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
            return run(installation, call -> {
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

    private static Breakage meddling(Meddling meddling, Check... checks) {
        return new Breakage(Set.of(checks), installation -> run(installation, meddling));
    }

    private static Printed run(Installation installation, Meddling meddling) throws IOException {
        try (var meddler = new Meddler(installation.vendor.proxy.address(), meddling)) {
            var options = Stream.concat(Stream.of(installation.at(meddler.address())), Stream.of("--move-clock"));
            return Printed.of(options.toArray(String[]::new));
        }
    }
}

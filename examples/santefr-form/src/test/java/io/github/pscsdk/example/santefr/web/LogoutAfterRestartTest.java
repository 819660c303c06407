package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.santefr.PscRegistration;
import io.github.pscsdk.example.santefr.dossier.DossierStore;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.guide.GuideAddresses;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.web.LoginLimit;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.javalin.Javalin;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that has not yet found Pro Santé Connect, with the sessions of the node before it. */
class LogoutAfterRestartTest {
    private static final URI BASE = URI.create("http://127.0.0.1:9");

    @TempDir
    Path folder;

    private final SessionStore sessions = SessionStore.inMemory(Clock.systemUTC());
    private final Visitor visitor = new Visitor();

    @Test
    void a_logout_that_cannot_reach_pro_sante_connect_ends_the_session_here_names_nobody_and_says_what_remains()
            throws Exception {
        var client = SimulatedClient.withSecret("form", "secret").withRedirectUri(PscRegistration.callbackUri(BASE));
        try (var simulator = PscSimulator.builder().client(client).start();
                var store = DossierStore.open(folder.resolve("form"));
                var before = relyingParty(simulator);
                var after = relyingParty(simulator);
                var first = serve(before, store);
                var second = serve(after, store)) {
            var begun = visitor.get(first.address().resolve("/login"));
            var callback = visitor.get(begun.location()).location();
            visitor.get(first.address().resolve(callback.getPath() + "?" + callback.getRawQuery()));
            visitor.setCookie(second.address(), "santefr-session", visitor.cookie(first.address(), "santefr-session"));
            var me = visitor.get(second.address().resolve("/me"));
            simulator.turn("fault-discovery", "503");

            var page = visitor.post(second.address().resolve("/logout"), me.fields());

            assertEquals(503, page.status());
            assertTrue(page.text().contains("PSC-019"), page.text());
            assertTrue(page.text().contains("fermez toutes les fenêtres du navigateur"), page.text());
            assertFalse(page.text().contains("<p class=\"who\">"), page.text());
            assertFalse(page.text().contains("Se déconnecter"), page.text());
            assertEquals(303, visitor.get(second.address().resolve("/me")).status());
        }
    }

    private RelyingParty relyingParty(PscSimulator simulator) {
        return RelyingParty.builder(PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint()))
                .client("form", ClientAuthentication.clientSecretBasic("secret"))
                .redirectUri(PscRegistration.callbackUri(BASE))
                .postLogoutRedirectUri(PscRegistration.signedOutUri(BASE))
                .sessionStore(sessions)
                .build();
    }

    private Node serve(RelyingParty party, DossierStore store) {
        var clock = Clock.systemUTC();
        var dossiers = new Dossiers(store, clock);
        var limit = LoginLimit.usual(clock);
        var pages = new WebPages(party, BASE, sessions, dossiers, clock, limit, GuideAddresses.none());
        return new Node(Javalin.create(pages::addTo).start("127.0.0.1", 0));
    }

    private record Node(Javalin server) implements AutoCloseable {
        URI address() {
            return URI.create("http://127.0.0.1:" + server.port());
        }

        @Override
        public void close() {
            server.stop();
        }
    }
}

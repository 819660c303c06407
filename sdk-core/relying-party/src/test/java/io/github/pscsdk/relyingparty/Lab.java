package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.RelyingParty.await;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.SimulatedClient;
import io.github.pscsdk.testkit.simulator.SimulatorBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/** A relying party, its simulator and its store, on loopback; polls once a second. */
final class Lab implements AutoCloseable {
    static final String CLIENT = "editeur-demo";
    static final String SECRET = "a fictitious+secret:of/the&lab";
    /** Ourselves at the authorization server of the API, which is not told the secret above. */
    static final ApiClient API_CLIENT =
            ApiClient.of("editeur-demo-api", ClientAuthentication.clientSecretBasic("a fictitious secret for the API"));

    static final URI REDIRECT = URI.create("http://localhost/connexion/retour");
    static final NationalId PHARMACIST = new NationalId("899999100011");

    final PscSimulator simulator;
    final PscEnvironment environment;
    final AdjustableClock clock = new AdjustableClock();
    final CountingStore store = new CountingStore(SessionStore.inMemory(clock));
    final RelyingParty party;

    private Lab(UnaryOperator<SimulatorBuilder> simulated, UnaryOperator<RelyingPartyBuilder> configured) {
        simulator = simulated
                .apply(PscSimulator.builder()
                        .client(SimulatedClient.withSecret(CLIENT, SECRET).withRedirectUri(REDIRECT))
                        .client(SimulatedClient.withSecret("editeur-demo-api", "a fictitious secret for the API"))
                        .api("api", "declare", "read")
                        .interval(Duration.ofSeconds(1))
                        .clock(clock))
                .start();
        environment = PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint());
        party = configured
                .apply(RelyingParty.builder(environment)
                        .client(CLIENT, ClientAuthentication.clientSecretBasic(SECRET))
                        .redirectUri(REDIRECT)
                        .sessionStore(store)
                        .clock(clock)
                        // A test that moves the clock would race with what it starts.
                        .withoutProlonging())
                .build();
    }

    static Lab open() {
        return new Lab(simulator -> simulator, party -> party);
    }

    static Lab with(UnaryOperator<SimulatorBuilder> simulated) {
        return new Lab(simulated, party -> party);
    }

    static Lab with(UnaryOperator<SimulatorBuilder> simulated, UnaryOperator<RelyingPartyBuilder> configured) {
        return new Lab(simulated, configured);
    }

    /** With a relying party that prolongs sessions by itself, as they do unless told otherwise. */
    static Lab prolonging() {
        return new Lab(simulator -> simulator, party -> {
            party.prolongsSessions = true;
            return party;
        });
    }

    /** Another relying party for the same simulator. */
    RelyingPartyBuilder another() {
        return RelyingParty.builder(environment)
                .sessionStore(store)
                .clock(clock)
                .withoutProlonging();
    }

    BackchannelLogin ask(NationalId id) throws Exception {
        return await(party.beginBackchannelLogin(BackchannelRequest.onMobile(id), new BindingMessage("42")));
    }

    /** By the browser, which is quicker than waiting for a poll. */
    PscSession logIn() throws Exception {
        var login = await(party.beginBrowserLogin());
        return await(party.completeBrowserLogin(Browser.visit(login.authorizationUri()), login.state()));
    }

    /** Waits for a login: its session, or the exception it ended with. */
    static PscSession outcome(BackchannelLogin login) throws Exception {
        try {
            return login.outcome().toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PscException failure) {
                throw failure;
            }
            throw e;
        } catch (TimeoutException e) {
            throw new AssertionError("no outcome", e);
        }
    }

    /** How a login of that person ends, be it at once or later. */
    Problem failure(String nationalId) throws Exception {
        try {
            outcome(ask(new NationalId(nationalId)));
            throw new AssertionError("the login did not fail");
        } catch (PscException e) {
            return e.problem();
        }
    }

    /** How a login ends whose browser comes back to that address. */
    LoginProblem failure(String callback, String state) {
        var failure =
                assertThrows(PscException.class, () -> await(party.completeBrowserLogin(URI.create(callback), state)));
        return (LoginProblem) failure.problem();
    }

    void assertNoSession() {
        assertTrue(store.keys().stream().noneMatch(key -> key.contains("session") || key.contains("tokens")));
    }

    /** How often a refresh token was sent. */
    int refreshes() {
        return (int) simulator.requests().stream()
                .filter(r -> "refresh_token".equals(r.form().get("grant_type")))
                .count();
    }

    @Override
    public void close() {
        party.close();
        simulator.close();
    }
}

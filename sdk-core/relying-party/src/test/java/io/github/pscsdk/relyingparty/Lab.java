package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.SimulatorBuilder;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.testkit.support.ReservedPort;
import io.github.pscsdk.time.VirtualClock;
import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A relying party, its simulator and its store, on loopback, in one time; polls once a second. */
final class Lab implements AutoCloseable {
    static final String CLIENT = "editeur-demo";
    static final String SECRET = "a fictitious+secret:of/the&lab";
    /** Ourselves at the authorization server of the API, which is not told the secret above. */
    static final ApiClientRegistration API_CLIENT = ApiClientRegistration.of(
            "editeur-demo-api", ClientAuthentication.clientSecretBasic("a fictitious secret for the API"));

    static final URI REDIRECT = URI.create("http://localhost/connexion/retour");
    static final NationalId PHARMACIST = new NationalId("899999100011");

    final PscSimulator simulator;
    final PscEnvironment environment;
    final TestTime time;
    final VirtualClock clock;
    final CountingStore store;
    final RelyingParty party;

    private Lab(
            TestTime time, UnaryOperator<SimulatorBuilder> simulated, UnaryOperator<RelyingPartyBuilder> configured) {
        this.time = time;
        this.clock = time.clock;
        this.store = new CountingStore(SessionStore.inMemory(clock));
        simulator = simulated
                .apply(PscSimulator.builder()
                        .client(SimulatedClient.withSecret(CLIENT, SECRET).withRedirectUri(REDIRECT))
                        .client(SimulatedClient.withSecret("editeur-demo-api", "a fictitious secret for the API"))
                        .api("api", "declare", "read")
                        .ports(ReservedPort.next(), 0, 0)
                        .interval(Duration.ofSeconds(1))
                        .clock(clock))
                .start();
        environment = PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint());
        party = configured
                .apply(another()
                        .client(CLIENT, ClientAuthentication.clientSecretBasic(SECRET))
                        .redirectUri(REDIRECT))
                .build();
    }

    static Lab open() {
        return with(simulator -> simulator);
    }

    static Lab with(UnaryOperator<SimulatorBuilder> simulated) {
        return with(simulated, party -> party);
    }

    static Lab with(UnaryOperator<SimulatorBuilder> simulated, UnaryOperator<RelyingPartyBuilder> configured) {
        return in(new TestTime(), simulated, configured);
    }

    /** In a time that something else has, such as a store. */
    static Lab in(
            TestTime time, UnaryOperator<SimulatorBuilder> simulated, UnaryOperator<RelyingPartyBuilder> configured) {
        return new Lab(time, simulated, configured);
    }

    /** With a relying party that prolongs sessions by itself, as they do unless told otherwise. */
    static Lab prolonging() {
        return with(simulator -> simulator, party -> {
            party.prolongsSessions = true;
            return party;
        });
    }

    /** Another relying party for the same simulator. */
    RelyingPartyBuilder another() {
        return time.setOn(RelyingParty.builder(environment)).sessionStore(store);
    }

    BackchannelLogin ask(NationalId id) throws Exception {
        return await(party.beginBackchannelLogin(BackchannelRequest.onMobile(id), new BindingMessage("42")));
    }

    /** By the browser, which needs no poll. */
    PscSession logIn() throws Exception {
        var login = await(party.beginBrowserLogin());
        return await(party.completeBrowserLogin(Browser.visit(login.authorizationUri()), login.state()));
    }

    /** Moves on until the login has ended: its session, or the exception it ended with. */
    PscSession outcome(BackchannelLogin login) throws Exception {
        return time.outcome(login);
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

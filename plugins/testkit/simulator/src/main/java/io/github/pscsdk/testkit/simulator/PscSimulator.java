package io.github.pscsdk.testkit.simulator;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.testkit.card.internal.crypto.TestHierarchy;
import io.github.pscsdk.testkit.card.internal.gestion.InsertedCard;
import io.github.pscsdk.testkit.card.internal.gestion.PinPad;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.persona.internal.json.PersonaFile;
import io.github.pscsdk.testkit.simulator.internal.api.ApiServer;
import io.github.pscsdk.testkit.simulator.internal.device.PendingCardRequests;
import io.github.pscsdk.testkit.simulator.internal.device.PretendedCards;
import io.github.pscsdk.testkit.simulator.internal.device.Prompts;
import io.github.pscsdk.testkit.simulator.internal.http.Clients;
import io.github.pscsdk.testkit.simulator.internal.http.Journal;
import io.github.pscsdk.testkit.simulator.internal.http.Origin;
import io.github.pscsdk.testkit.simulator.internal.http.Origins;
import io.github.pscsdk.testkit.simulator.internal.http.Simulation;
import io.github.pscsdk.testkit.simulator.internal.model.Dial;
import io.github.pscsdk.testkit.simulator.internal.model.Dials;
import io.github.pscsdk.testkit.simulator.internal.psc.PscRealm;
import io.github.pscsdk.testkit.simulator.internal.psc.PscRealm.Devices;
import io.github.pscsdk.testkit.simulator.internal.screen.Cockpit;
import io.github.pscsdk.testkit.simulator.internal.screen.ControlServer;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.LogoutNotice;
import io.github.pscsdk.testkit.simulator.model.PendingRequest;
import io.github.pscsdk.testkit.simulator.model.RecordedRequest;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.time.internal.Scheduler;
import java.net.URI;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A simulated Pro Santé Connect on loopback: back-channel and browser logins, signed tokens, UserInfo, introspection,
 * logout, and the authorization server of a target API. It knows only the fictitious {@link Personas}; the identifier
 * chooses how a login goes.
 *
 * <p>Refuses what the specifications or ANS forbid. Access and ID tokens live 120 s, refresh tokens 30 min and for one
 * use, a session 4 h or 30 min without a token request. Safe for any thread; a waiting login has none.
 */
public final class PscSimulator implements AutoCloseable {
    private final Simulation simulation;
    final Dials dials = new Dials();
    private final List<Origin> origins = new ArrayList<>();
    private final Clients clients;
    private final Clients apiClients;
    private final Optional<TestHierarchy> hierarchy;
    private final ExecutorService threads;
    private final PscRealm psc;
    private final ApiServer api;
    private final ControlServer control;
    private final URI pages;
    private final CpsGestion cpsGestion;
    private final ScenarioPlayer player;

    PscSimulator(SimulatorBuilder settings) {
        var journal = new Journal(settings.clock);
        simulation = new Simulation(settings.clock, settings.expiresIn, settings.interval, dials, journal);
        clients = new Clients(settings.clients.values(), simulation);
        apiClients = settings.apiClients()
                .map(registered -> new Clients(registered, simulation))
                .orElse(clients);
        player = new ScenarioPlayer(this, settings, journal);
        journal.afterLogin(player::scheduleNext);
        threads = Executors.newCachedThreadPool(Scheduler.daemons("psc-simulator"));
        hierarchy = settings.https ? Optional.of(new TestHierarchy()) : Optional.empty();
        var tls = hierarchy.map(TestHierarchy::serverContext);
        var opener = new Origins(settings.bind, tls, simulation, player::catchUp, settings.idleLimit);
        try {
            var auth = open(opener, settings.authPort, true);
            var wallet = open(opener, settings.walletPort, false);
            var apiOrigin = open(opener, settings.apiPort, true);
            auth.delayBy(Dial.SLOW_CONNECT_AUTH);
            var pagesOrigin = open(opener, 0, false);
            pages = pagesOrigin.base();
            var prompts = new Prompts(settings.clock);
            var devices = settings.interactive ? Optional.of(new Devices(prompts, pages)) : Optional.<Devices>empty();
            psc = new PscRealm(auth, wallet, clients, simulation, devices);
            threads.execute(this::prepare);
            var pad = settings.cardInHand
                    .<PinPad>map(hand -> new InsertedCard(hand, settings.clock))
                    .orElseGet(PretendedCards::new);
            var cardRequests = new PendingCardRequests(prompts, pad);
            cpsGestion = new CpsGestion(cardRequests, settings.cardInHand);
            var cockpit = new Cockpit(psc, prompts, simulation, player::progress);
            cockpit.addTo(pagesOrigin, prompts, cardRequests, settings.cardInHand);
            api = new ApiServer(apiOrigin, apiClients, psc.realm().tokens(), settings.apis(), simulation);
            control = control(settings);
            player.begin();
            origins.forEach(origin -> origin.start(threads));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Makes what the first login needs, in some tenths of a second. The API's key may never be needed. */
    private void prepare() {
        psc.realm().keys().active();
        PersonaFile.entries();
    }

    /** Starts the control API, always plain HTTP; neither recorded nor subject to dials. */
    private ControlServer control(SimulatorBuilder settings) {
        var unseen = new Simulation(
                settings.clock, settings.expiresIn, settings.interval, new Dials(), new Journal(settings.clock));
        var apart = new Origins(settings.bind, Optional.empty(), unseen, player::catchUp, Optional.empty());
        var origin = open(apart, 0, false);
        return new ControlServer(origin, simulation, psc, player::describe);
    }

    private Origin open(Origins opener, int port, boolean wantsCertificate) {
        var origin = opener.open(port, wantsCertificate);
        origins.add(origin);
        return origin;
    }

    /** A builder for the settings. */
    public static SimulatorBuilder builder() {
        return new SimulatorBuilder();
    }

    /**
     * The issuer, {@code …/auth/realms/esante-wallet}. Its discovery document is {@code wallet-openid-configuration}.
     */
    public URI issuer() {
        return psc.issuer();
    }

    /** The login page, which is on another origin than the issuer, as with the real service. */
    public URI authorizationEndpoint() {
        return psc.authorizationEndpoint();
    }

    /** The address where the target API's authorization server exchanges tokens (RFC 8693). */
    public URI apiTokenEndpoint() {
        return api.tokenEndpoint();
    }

    /** The address where a client gives tokens of the API back (RFC 7009). */
    public URI apiRevocationEndpoint() {
        return api.revocationEndpoint();
    }

    /** Where the target API introspects a token (RFC 7662); the UserInfo document is under {@code userinfo}. */
    public URI apiIntrospectionEndpoint() {
        return api.introspectionEndpoint();
    }

    /**
     * The origin of the pages for a person: {@code /phone} (the e-CPS application), {@code /cps-gestion} and {@code
     * /cockpit}. Requests wait there only if the simulator is {@linkplain SimulatorBuilder#interactive() interactive}.
     */
    public URI pages() {
        return pages;
    }

    /** The stand-in of CPS-Gestion: answers logins by card for the holder, as its page does. */
    public CpsGestion cpsGestion() {
        return cpsGestion;
    }

    /**
     * Registers a client from now on, in place of one with the same id; for an application that knows its address only
     * when it runs. Open sessions keep their logout address, {@link SimulatorBuilder#apiClient} its client.
     *
     * @throws IllegalStateException if it needs a certificate and the simulator was started without {@code https()}
     */
    public void register(SimulatedClient client) {
        if (client.usesCertificate()) {
            hierarchy();
        }
        clients.register(client);
    }

    /** The root certificate to trust; throws {@link IllegalStateException} without {@code https()}. */
    public KeyStore trustStore() {
        return hierarchy().trustStore();
    }

    /**
     * Key and certificate of a registered client; the CN is the client id.
     *
     * @throws IllegalStateException without {@code https()}
     */
    public KeyStore clientKeyStore(String clientId) {
        if (clients.find(clientId).isEmpty() && apiClients.find(clientId).isEmpty()) {
            throw new IllegalArgumentException("no such client");
        }
        return hierarchy().clientKeyStore(clientId);
    }

    /** A copy of the password of the keys in {@link #clientKeyStore}; needs {@code https()}. */
    public char[] keyStorePassword() {
        return hierarchy().password();
    }

    private TestHierarchy hierarchy() {
        return hierarchy.orElseThrow(() -> new IllegalStateException("certificates exist over https() only"));
    }

    /** Signs with a new key from now on. The former keys stay published, so issued tokens stay valid. */
    public void rotateKeys() {
        psc.realm().keys().rotate();
    }

    /**
     * Chooses one of {@link Personas} to log in at the page of a simulator that answers by itself; by default {@link
     * Personas#PHARMACIST}. A browser that has a session stays with its person.
     */
    public void browserPersona(NationalId id) {
        psc.seat(PersonaFile.find(id.value()).orElseThrow(() -> new IllegalArgumentException("no such persona")));
    }

    /** Ends every session, as Pro Santé Connect could; logout tokens are sent without waiting for the request. */
    public void endSessions() {
        psc.endSessions();
    }

    /** The back-channel requests that nobody has answered; the one that expires first comes first. */
    public List<PendingRequest> pending() {
        return psc.pending();
    }

    /**
     * Answers a pending request instead of the professional, whatever persona and dial say. The client learns the
     * answer at its next poll; a first poll need not wait for the interval.
     *
     * @param id from {@link #pending()}
     * @return false if no such request waits: it was answered, has expired, or never existed
     */
    public boolean settle(String id, PendingRequest.Outcome outcome) {
        return psc.settle(id, outcome);
    }

    /** The finished attempts to send a logout token, one for each client with an address; none is repeated. */
    public List<LogoutNotice> logoutNotices() {
        return simulation.journal().notices();
    }

    /**
     * Turns a dial: an outage, a refusal, a wrong token, another layout. Names and values are those of the control API,
     * in {@code docs/simulator.md}; for instance {@code turn("behaviour", "REFUSES").turn("fault-token", "503 x2")}.
     *
     * @throws IllegalArgumentException if there is no such dial, or it has no such value
     */
    public PscSimulator turn(String dial, String value) {
        dials.turn(dial(dial), value);
        return this;
    }

    /** Turns a dial back; throws {@link IllegalArgumentException} if there is none of that name. */
    public void reset(String dial) {
        dials.reset(dial(dial));
    }

    /** Turns all dials back. */
    public void resetDials() {
        dials.reset();
    }

    /** The dials that are turned, with their values. */
    public Map<String, String> dials() {
        return dials.turned();
    }

    private static Dial<?> dial(String name) {
        return Dial.named(name)
                .orElseThrow(() -> new IllegalArgumentException("no such dial; there are " + Dial.all()));
    }

    /** The address of the control API; see the package for its calls. It refuses browsers of another origin. */
    public URI control() {
        return control.address();
    }

    /**
     * The steps of the {@linkplain SimulatorBuilder#scenario(Scenario) scenario} that were done, in the order of doing.
     */
    public List<Scenario.Applied> appliedSteps() {
        return player.applied();
    }

    /** Every request so far, oldest first, with the secrets masked. */
    public List<RecordedRequest> requests() {
        return simulation.journal().requests();
    }

    /** How many requests reached {@code endpoint} so far. */
    public int count(Endpoint endpoint) {
        return (int) requests().stream()
                .filter(request -> request.endpoint() == endpoint)
                .count();
    }

    /**
     * How often a code or a refresh token came to the token endpoint that had come before, as if it were stolen (RFC
     * 6749 §10.5; RFC 9700 §4.14.2).
     */
    public int repeatedGrants() {
        return simulation.journal().repeats();
    }

    /** Every secret that was issued or received so far, binding messages included. No log may contain them. */
    public Set<String> issuedSecrets() {
        return simulation.journal().secrets();
    }

    /** Stops at once and frees the ports. Everything that it kept is lost. */
    @Override
    public void close() {
        player.close();
        origins.forEach(Origin::close);
        threads.shutdownNow();
    }
}

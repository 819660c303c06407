package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.example.santefr.FormConfiguration;
import io.github.pscsdk.example.santefr.FormServer;
import io.github.pscsdk.example.santefr.PscRegistration;
import io.github.pscsdk.guide.GuideAddresses;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.web.LoginLimit;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.SimulatorBuilder;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ReservedPort;
import io.github.pscsdk.time.VirtualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The form behind a simulator of Pro Santé Connect, both by a clock that stands still. */
final class WebLab implements AutoCloseable {
    /** Another service, which a browser may visit as well. */
    private static final SimulatedClient ELSEWHERE = SimulatedClient.withSecret("elsewhere", "secret-of-elsewhere")
            .withRedirectUri(URI.create("https://elsewhere.example.invalid/"));

    private static final String CLIENT = "santefr-form";
    private static final String SECRET = "secret-of-the-form";

    final VirtualClock clock = VirtualClock.standing();
    final PscSimulator simulator;
    final URI base;
    private final Path database;
    private final FormServer server;
    private int earlierLogouts;

    private WebLab(
            Path folder,
            URI base,
            int port,
            UnaryOperator<SimulatorBuilder> simulated,
            UnaryOperator<FormConfiguration> configured) {
        this.base = base;
        this.database = folder.resolve("form").toAbsolutePath();
        var here = URI.create("http://127.0.0.1:" + port);
        var client = SimulatedClient.withSecret(CLIENT, SECRET)
                .withRedirectUri(PscRegistration.callbackUri(base))
                .withPostLogoutUri(PscRegistration.signedOutUri(base))
                .withBackchannelLogoutUri(PscRegistration.backchannelLogoutUri(here));
        simulator = simulated
                .apply(PscSimulator.builder().client(client).client(ELSEWHERE).clock(clock))
                .start();
        var psc = PscRegistration.of(
                RelyingParty.builder(PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint()))
                        .client(CLIENT, ClientAuthentication.clientSecretBasic(SECRET))
                        // By a clock that jumps, what goes on in the background would come too late.
                        .withoutProlonging(),
                base);
        server = FormServer.start(configured.apply(FormConfiguration.of(database, token -> Optional.empty())
                .withPort(port)
                .withClock(clock)
                .withPsc(psc)));
    }

    /** The one that most tests share, as if nobody had touched it. */
    static WebLab shared() {
        var lab = Shared.LAB;
        lab.simulator.resetDials();
        lab.simulator.browserPersona(Personas.PHARMACIST);
        // All tests come from one address, which may begin so many logins in ten minutes. What was typed is kept for an
        // hour.
        lab.clock.advance(Duration.ofHours(1));
        lab.forgetDossiers();
        lab.earlierLogouts = lab.simulator.count(Endpoint.LOGOUT);
        return lab;
    }

    private void forgetDossiers() {
        try (var connection = DriverManager.getConnection("jdbc:h2:async:" + database);
                var sql = connection.createStatement()) {
            sql.execute("DELETE FROM dossier");
            sql.execute("ALTER TABLE dossier ALTER COLUMN id RESTART WITH 1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One where personas answer by themselves. */
    static WebLab open(Path folder) {
        return with(folder, simulator -> simulator);
    }

    static WebLab with(Path folder, UnaryOperator<SimulatorBuilder> simulated) {
        var port = ReservedPort.next();
        return new WebLab(folder, URI.create("http://127.0.0.1:" + port), port, simulated, form -> form);
    }

    static WebLab configured(Path folder, UnaryOperator<FormConfiguration> configured) {
        var port = ReservedPort.next();
        return new WebLab(folder, URI.create("http://127.0.0.1:" + port), port, simulator -> simulator, configured);
    }

    /** One where an address may begin so many logins in ten minutes. */
    static WebLab withLoginLimit(Path folder, int allowed) {
        var limit = new LoginLimit(VirtualClock.standing(), allowed, Duration.ofMinutes(10));
        return configured(folder, form -> form.withLoginLimit(limit));
    }

    /** One whose login guide has those addresses. */
    static WebLab withGuideAddresses(Path folder, GuideAddresses addresses) {
        return configured(folder, form -> form.withGuideAddresses(addresses));
    }

    /** One that browsers reach by that address, through somebody's reverse proxy. */
    static WebLab published(Path folder, URI base) {
        return new WebLab(folder, base, ReservedPort.next(), simulator -> simulator, form -> form);
    }

    /** The pages that the running form has, such as {@code /mine/{number}}. */
    Set<String> routesOfPages() {
        return server.routes().stream()
                .filter(route -> route.startsWith("GET "))
                .map(route -> route.substring("GET ".length()))
                .collect(Collectors.toSet());
    }

    URI page(String path) {
        return server.address().resolve(path);
    }

    void seat(String nationalId) {
        simulator.browserPersona(new NationalId(nationalId));
    }

    /** Logs in at another service: without a page, where the browser has a session at Pro Santé Connect. */
    void logInElsewhere(Visitor visitor) throws IOException, InterruptedException {
        visitor.get(URI.create(simulator.authorizationEndpoint()
                + "?response_type=code&client_id=elsewhere&redirect_uri=https://elsewhere.example.invalid/"
                + "&scope=openid%20scope_all&acr_values=eidas1&state=a-state&nonce=a-nonce"));
    }

    /** Logs out at another service, without being asked first. */
    void logOutElsewhere(Visitor visitor) throws IOException, InterruptedException {
        simulator.turn("logout-asks", "false");
        visitor.get(URI.create(simulator.issuer() + "/protocol/openid-connect/logout"));
    }

    /** Where the browser is sent back to, after it chose nothing: the persona at the login page answers. */
    URI callback(Visitor visitor) throws IOException, InterruptedException {
        return visitor.get(visitor.get(page("/login")).location()).location();
    }

    /** The page that a login ends with. It takes its time: no two are of the same second. */
    Visitor.Page logIn(Visitor visitor) throws IOException, InterruptedException {
        clock.advance(Duration.ofSeconds(1));
        return visitor.follow(visitor.get(page("/login")));
    }

    /** What the form answered to reports of logouts, once so many have arrived. */
    List<Integer> answersToReports(int count) {
        Await.until(
                "the form was told of " + count + " logouts",
                () -> simulator.logoutNotices().size() >= count);
        return simulator.logoutNotices().stream()
                .map(notice -> notice.status().orElseThrow())
                .toList();
    }

    /** How many logouts Pro Santé Connect was asked for in this test. */
    int logouts() {
        return simulator.count(Endpoint.LOGOUT) - earlierLogouts;
    }

    @Override
    public void close() {
        server.close();
        simulator.close();
    }

    /** Started when first asked for, ended with the JVM. */
    private static final class Shared {
        private static final WebLab LAB = open(folder());

        private static Path folder() {
            try {
                return Files.createTempDirectory(Path.of("target"), "form");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

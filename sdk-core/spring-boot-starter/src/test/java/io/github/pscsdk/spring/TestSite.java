package io.github.pscsdk.spring;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.relyingparty.event.IdentifiersListener;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ReservedPort;
import io.github.pscsdk.time.VirtualClock;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * An application behind a simulator of Pro Santé Connect, both by a clock that stands still. Where Spring Security is on the
 * class path, its chain lets everybody in: the starter's own behaviour is then the same as without.
 */
final class TestSite implements AutoCloseable {
    static final String SESSION = "psc-session";

    private static final String SECRET = "secret-of-the-site";
    private static final List<Class<?>> OPEN = forEverybody();

    private final VirtualClock clock;
    private final List<List<NationalId>> identifiers = new CopyOnWriteArrayList<>();
    private final Consumer<GenericApplicationContext> stores;
    private final URI site;
    private final URI base;
    private final List<Class<?>> sources;
    private final PscSimulator simulator;
    private ConfigurableApplicationContext application;

    private TestSite(URI site, URI base, List<Class<?>> sources) {
        this(site, base, sources, VirtualClock.standing(), Optional.empty());
    }

    private TestSite(
            URI site,
            URI base,
            List<Class<?>> sources,
            VirtualClock clock,
            Optional<Consumer<GenericApplicationContext>> stores) {
        this.clock = clock;
        this.stores = stores.orElseGet(() -> inMemory(SessionStore.inMemory(clock)));
        this.site = site;
        this.base = base;
        this.sources = sources;
        var client = SimulatedClient.withSecret("site", SECRET)
                .withRedirectUri(base.resolve("/psc/callback"))
                .withPostLogoutUri(base.resolve("/psc/signed-out"))
                .withBackchannelLogoutUri(site.resolve("/psc/logout/backchannel"));
        simulator = PscSimulator.builder()
                .client(client)
                .client(SharedWorkstationTest.ELSEWHERE)
                .clock(clock)
                .start();
        try {
            application = start();
        } catch (ApplicationContextException e) {
            simulator.close();
            throw e;
        }
    }

    /** One that outlives the application. */
    private static Consumer<GenericApplicationContext> inMemory(SessionStore sessions) {
        return context -> context.registerBean(SessionStore.class, () -> sessions);
    }

    private static List<Class<?>> forEverybody() {
        try {
            // By name: it cannot be loaded without Spring Security.
            return List.of(TestApplication.class, Class.forName("io.github.pscsdk.spring.SecurityForEverybody"));
        } catch (ClassNotFoundException | NoClassDefFoundError withoutSecurity) {
            return List.of(TestApplication.class);
        }
    }

    /** The one that most tests share, as if nobody had touched it. */
    static TestSite shared() {
        var site = Shared.SITE;
        site.simulator.resetDials();
        site.simulator.browserPersona(Personas.PHARMACIST);
        // All tests come from one address, which may begin so many logins in ten minutes.
        site.clock.advance(Duration.ofMinutes(10));
        return site;
    }

    /** One for a test that restarts it or changes it. */
    static TestSite open() {
        return of(OPEN);
    }

    /** One of these configurations. */
    static TestSite of(List<Class<?>> sources) {
        var site = loopback();
        return new TestSite(site, site, sources);
    }

    /** One whose sessions are kept by these beans, which tell time by the system's clock. */
    static TestSite keptBy(Consumer<GenericApplicationContext> stores) {
        var site = loopback();
        return new TestSite(site, site, OPEN, VirtualClock.running(Clock.systemUTC()), Optional.of(stores));
    }

    /** One that browsers reach by that address, through somebody's reverse proxy. */
    static TestSite publishedAt(URI base) {
        return new TestSite(loopback(), base, OPEN);
    }

    private static URI loopback() {
        return URI.create("http://127.0.0.1:" + ReservedPort.next());
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .initializers(context -> addBeans((GenericApplicationContext) context))
                .run(new ArrayList<>(List.of(
                                "--spring.main.banner-mode=off",
                                // It asks who a request was of after the response is there, which is activity: of a
                                // later time, if a test has moved the clock by then.
                                "--spring.mvc.publish-request-handled-events=false",
                                "--server.address=127.0.0.1",
                                "--server.port=" + site.getPort(),
                                "--psc.public-base-uri=" + base,
                                "--psc.environment.name=custom",
                                "--psc.environment.issuer=" + simulator.issuer(),
                                "--psc.environment.authorization-endpoint=" + simulator.authorizationEndpoint(),
                                "--psc.client.id=site",
                                "--psc.client.method=secret_post",
                                "--psc.client.secret.value=" + SECRET))
                        .toArray(String[]::new));
    }

    private void addBeans(GenericApplicationContext context) {
        context.registerBean(Clock.class, () -> clock);
        stores.accept(context);
        context.registerBean(IdentifiersListener.class, () -> identifiers::add);
    }

    /** Stops the application and starts it again: it knows its sessions, and nothing of Pro Santé Connect yet. */
    void restart() {
        application.close();
        application = start();
    }

    URI page(String path) {
        return site.resolve(path);
    }

    PscSimulator simulator() {
        return simulator;
    }

    /** What the application was told at logins. */
    List<List<NationalId>> identifiers() {
        return identifiers;
    }

    VirtualClock clock() {
        return clock;
    }

    ConfigurableApplicationContext application() {
        return application;
    }

    /** Puts a professional in front of the login page. */
    void seat(String nationalId) {
        simulator.browserPersona(new NationalId(nationalId));
    }

    /** Where the browser is sent back to: the professional at the login page answers by themselves. */
    URI callback(Visitor visitor) throws IOException, InterruptedException {
        return visitor.get(visitor.get(page("/psc/login")).location()).location();
    }

    /** The page that a login ends with. It takes its time: no two are of the same second. */
    Answer logIn(Visitor visitor) throws IOException, InterruptedException {
        clock.advance(Duration.ofSeconds(1));
        return visitor.follow(visitor.get(page("/psc/login")));
    }

    /** Ends the sessions at Pro Santé Connect, and returns once it has told the application so. */
    int endSessions() {
        simulator.endSessions();
        Await.until("the application was told", () -> !simulator.logoutNotices().isEmpty());
        return simulator.logoutNotices().get(0).status().orElseThrow();
    }

    @Override
    public void close() {
        application.close();
        simulator.close();
    }

    /** Started when first asked for, ended with the JVM: Spring closes its part, and the simulator has daemon threads only. */
    private static final class Shared {
        private static final TestSite SITE = open();
    }
}

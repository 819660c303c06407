package io.github.pscsdk.example.practiceweb.lab;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.practiceweb.PracticeWeb;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.session.SessionId;
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
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The application behind a simulator of Pro Santé Connect, both by a clock that stands still. */
public final class PracticeLab implements AutoCloseable {
    /** The cookie of the session. */
    public static final String SESSION = "psc-session";

    /** Another service, which a browser may visit as well. */
    private static final SimulatedClient ELSEWHERE = SimulatedClient.withSecret("elsewhere", "secret-of-elsewhere")
            .withRedirectUri(URI.create("https://elsewhere.example.invalid/"));

    private static final String SECRET = "secret-of-the-practice";

    private final VirtualClock clock = VirtualClock.standing();
    private final URI site;
    private final URI base;
    private final Optional<URI> otherForm;
    private final List<String> more;
    private final PscSimulator simulator;
    private final PlayedForm form;
    private SessionStore sessions = SessionStore.inMemory(clock);
    private ConfigurableApplicationContext application;

    private PracticeLab(URI site, URI base, Optional<URI> otherForm, String... more) throws IOException {
        this.site = site;
        this.base = base;
        this.otherForm = otherForm;
        this.more = List.of(more);
        var client = SimulatedClient.withSecret("practice-web", SECRET)
                .withRedirectUri(base.resolve("/psc/callback"))
                .withPostLogoutUri(base.resolve("/psc/signed-out"))
                .withBackchannelLogoutUri(site.resolve("/psc/logout/backchannel"));
        simulator = PscSimulator.builder()
                .client(client)
                .client(PlayedForm.CLIENT)
                .client(PlayedForm.APPLICATION)
                .client(ELSEWHERE)
                .clock(clock)
                .start();
        form = PlayedForm.start(simulator, clock);
        application = start();
    }

    /** The one that most tests share, as if nobody had touched it. */
    public static PracticeLab shared() {
        var lab = Shared.LAB;
        lab.simulator.resetDials();
        lab.simulator.browserPersona(Personas.PHARMACIST);
        // All tests come from one address, which may begin so many logins in ten minutes. What was typed is kept for an
        // hour.
        lab.clock.advance(Duration.ofHours(1));
        return lab;
    }

    /** One with settings of its own. */
    public static PracticeLab with(String... settings) throws IOException {
        var site = loopback();
        return new PracticeLab(site, site, Optional.empty(), settings);
    }

    /** One that browsers reach by that address, through somebody's reverse proxy. */
    public static PracticeLab publishedAt(URI base) throws IOException {
        return new PracticeLab(loopback(), base, Optional.empty());
    }

    /** One that hands over to somebody else than the form. */
    public static PracticeLab handingOverTo(URI address) throws IOException {
        var site = loopback();
        return new PracticeLab(site, site, Optional.of(address));
    }

    private static URI loopback() {
        return URI.create("http://127.0.0.1:" + ReservedPort.next());
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(PracticeWeb.class)
                .initializers(context -> addBeans((GenericApplicationContext) context))
                .run(arguments().toArray(String[]::new));
    }

    private List<String> arguments() {
        var arguments = new ArrayList<>(otherForm.map(form::settings).orElseGet(form::settings));
        arguments.addAll(List.of(
                "--server.port=" + site.getPort(),
                "--psc.public-base-uri=" + base,
                "--psc.environment.name=custom",
                "--psc.environment.issuer=" + simulator.issuer(),
                "--psc.environment.authorization-endpoint=" + simulator.authorizationEndpoint(),
                "--psc.client.id=practice-web",
                "--psc.client.method=secret_post",
                "--psc.client.secret.value=" + SECRET));
        arguments.addAll(more);
        return arguments;
    }

    private void addBeans(GenericApplicationContext context) {
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(SessionStore.class, () -> sessions);
    }

    /** Stops the application and starts it again; what it had in memory is gone. */
    public void restart() {
        sessions = SessionStore.inMemory(clock);
        restartWithSessions();
    }

    /** The same where sessions are kept elsewhere. */
    public void restartWithSessions() {
        application.close();
        application = start();
    }

    /** What the application is set to. */
    public String setting(String name) {
        return application.getEnvironment().getRequiredProperty(name);
    }

    /** A page of the application. */
    public URI page(String path) {
        return site.resolve(path);
    }

    /** The Pro Santé Connect behind it. */
    public PscSimulator simulator() {
        return simulator;
    }

    /** Its time. */
    public VirtualClock clock() {
        return clock;
    }

    /** Puts a professional in front of the login page. */
    public void seat(String nationalId) {
        simulator.browserPersona(new NationalId(nationalId));
    }

    /** Logs in at another service: without a page, where the browser has a session at Pro Santé Connect. */
    public void logInElsewhere(Visitor visitor) throws IOException, InterruptedException {
        visitor.get(URI.create(simulator.authorizationEndpoint()
                + "?response_type=code&client_id=elsewhere&redirect_uri=https://elsewhere.example.invalid/"
                + "&scope=openid%20scope_all&acr_values=eidas1&state=a-state&nonce=a-nonce"));
    }

    /** Logs out at another service. Returns once Pro Santé Connect has told the application. */
    public void logOutElsewhere(Visitor visitor) throws IOException, InterruptedException {
        var before = simulator.logoutNotices().size();
        simulator.turn("logout-asks", "false");
        visitor.get(URI.create(simulator.issuer() + "/protocol/openid-connect/logout"));
        awaitLogoutNotices(before + 1);
    }

    /** Waits until Pro Santé Connect has told the application of so many logouts in all. */
    public void awaitLogoutNotices(int count) {
        Await.until(
                "the application was told of a logout",
                () -> simulator.logoutNotices().size() >= count);
    }

    /** Prolongs the session at Pro Santé Connect; waits for what the application has begun to do so in the background. */
    public void prolong(Visitor visitor) throws PscException, InterruptedException {
        var session = SessionId.read(visitor.cookie(SESSION).orElseThrow()).orElseThrow();
        RelyingParty.await(() -> application.getBean(RelyingParty.class).refresh(session));
    }

    /** Where the browser is sent back to: the professional at the login page answers by themselves. */
    public URI callback(Visitor visitor) throws IOException, InterruptedException {
        return visitor.get(visitor.get(page("/psc/login")).location()).location();
    }

    /** The page that a login ends with. It takes its time: no two are of the same second. */
    public PageResponse logIn(Visitor visitor) throws IOException, InterruptedException {
        clock.advance(Duration.ofSeconds(1));
        return visitor.follow(visitor.get(page("/psc/login")));
    }

    @Override
    public void close() {
        application.close();
        form.close();
        simulator.close();
    }

    /** Started when first asked for, ended with the JVM: Spring closes its part, and the simulator has daemon threads only. */
    private static final class Shared {
        private static final PracticeLab LAB = make();

        private static PracticeLab make() {
            try {
                return with();
            } catch (IOException e) {
                throw new ExceptionInInitializerError(e);
            }
        }
    }
}

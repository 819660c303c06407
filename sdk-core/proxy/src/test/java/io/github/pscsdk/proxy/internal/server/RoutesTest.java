package io.github.pscsdk.proxy.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.Environment;
import io.github.pscsdk.proxy.internal.access.ReverseProxies;
import io.github.pscsdk.proxy.internal.admission.Admission;
import io.github.pscsdk.proxy.internal.admission.BackchannelRequestLeases;
import io.github.pscsdk.proxy.internal.admission.PendingLogin;
import io.github.pscsdk.proxy.internal.certificate.ExpiryWatch;
import io.github.pscsdk.proxy.internal.http.LongPolls;
import io.github.pscsdk.proxy.internal.json.OpenApi;
import io.github.pscsdk.proxy.internal.json.TraceLines;
import io.github.pscsdk.proxy.internal.login.Logins;
import io.github.pscsdk.proxy.internal.send.BackendConnections;
import io.github.pscsdk.proxy.internal.send.Forwarder;
import io.github.pscsdk.proxy.internal.session.RelyingParties;
import io.github.pscsdk.proxy.internal.session.SessionEnds;
import io.github.pscsdk.proxy.internal.trace.TraceExport;
import io.github.pscsdk.proxy.internal.trace.TraceJournal;
import io.github.pscsdk.proxy.settings.AttemptLimits;
import io.github.pscsdk.proxy.settings.ProxyConfiguration;
import io.github.pscsdk.proxy.settings.RegisteredApplication;
import io.github.pscsdk.proxy.settings.RegisteredClient;
import io.github.pscsdk.proxy.settings.TrafficLimits;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreCalls;
import io.github.pscsdk.sessionstore.StoreRetries;
import io.github.pscsdk.sessionstore.TraceStore;
import io.github.pscsdk.time.Scheduler;
import io.github.pscsdk.time.VirtualClock;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private static final URI BASE = URI.create("https://proxy.editeur.example/psc/");

    private static Services services() {
        var clock = VirtualClock.standing();
        var timers = Scheduler.of(clock, "routes");
        var journal = new TraceJournal(TraceStore.inMemory(100, clock), new TraceLines(), Runnable::run, clock, timers);
        var configuration = ProxyConfiguration.builder(PscEnvironment.sandbox())
                .client(RegisteredClient.secretBasic("editeur", "any"))
                .application("one", RegisteredApplication.sha256Of("any"))
                .build();
        var clients = RelyingParties.of(configuration, WebServer.redirectUri(BASE), Optional.empty(), Optional.empty());
        var pending = new PendingLogin.Registry(1, clock);
        var store = SessionStore.inMemory(clock);
        var calls = new StoreCalls(true, timers);
        var leases = new BackchannelRequestLeases(store, new StoreRetries(calls, timers), clock, timers);
        return new Services(
                Environment.SANDBOX,
                BASE,
                false,
                List.of(),
                new ReverseProxies(Set.of()),
                new Admission(AttemptLimits.DEFAULT, pending, store, calls, leases, clock),
                clients,
                new Logins(List::of, clients, store, calls, leases, journal, problem -> {}, clock, timers),
                new LongPolls(),
                pending,
                new SessionEnds(clients, RoutesTest::daemon, timers),
                List::of,
                TrafficLimits.DEFAULT,
                new Forwarder(new BackendConnections(List.of(), List.of(), Optional.empty(), RoutesTest::daemon), 1),
                journal,
                new TraceExport(TraceStore.inMemory(1, clock), Runnable::run, timers),
                new Readiness(clients, pending, journal, new ExpiryWatch(List::of, clock), Optional.empty(), clock),
                Optional.empty());
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "routes-test");
        thread.setDaemon(true);
        thread.start();
    }

    @Test
    void every_route_is_described_and_every_description_is_a_route() {
        Set<String> routes = Routes.of(services()).stream()
                .map(route ->
                        route.method() + " " + route.path().replace('<', '{').replace('>', '}'))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(OpenApi.DESCRIPTION.calls().keySet(), routes);
    }

    @Test
    void the_description_has_no_broken_reference() {
        assertEquals(Set.of(), OpenApi.DESCRIPTION.brokenReferences());
    }

    @Test
    void the_description_has_the_version_that_the_status_names() {
        assertEquals(MonitoringRoutes.CONTRACT, OpenApi.DESCRIPTION.version());
    }

    @Test
    void the_redirect_uri_is_below_the_public_base() {
        assertEquals(URI.create("https://proxy.editeur.example/psc/v1/callback"), WebServer.redirectUri(BASE));
    }
}

package io.github.pscsdk.proxy.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.httpclient.ForwardProxy;
import io.github.pscsdk.proxy.Bench;
import io.github.pscsdk.proxy.ProxyServer;
import io.github.pscsdk.proxy.ProxyServerBuilder;
import io.github.pscsdk.proxy.internal.admission.Admission;
import io.github.pscsdk.proxy.internal.admission.AdmittedLogin;
import io.github.pscsdk.proxy.internal.admission.BackchannelRequestLeases;
import io.github.pscsdk.proxy.internal.diagnosis.DiagnosisCache;
import io.github.pscsdk.proxy.internal.json.OpenApi;
import io.github.pscsdk.proxy.internal.login.Logins;
import io.github.pscsdk.proxy.internal.monitoring.Certificates;
import io.github.pscsdk.proxy.internal.send.BackendConnections;
import io.github.pscsdk.proxy.internal.send.Forwarder;
import io.github.pscsdk.proxy.internal.server.WebServer.Services;
import io.github.pscsdk.proxy.internal.session.Callers;
import io.github.pscsdk.proxy.internal.session.RelyingParties;
import io.github.pscsdk.proxy.internal.session.SessionEndWaiters;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.AttemptLimits;
import io.github.pscsdk.proxy.internal.store.StoreAccess;
import io.github.pscsdk.proxy.internal.trace.TraceJournal;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.time.VirtualClock;
import io.github.pscsdk.time.internal.Scheduler;
import io.github.pscsdk.tracestore.TraceStore;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private static final URI BASE = URI.create("https://proxy.editeur.example/psc/");

    private static Services services(URI base) {
        var clock = VirtualClock.standing();
        var timers = Scheduler.of(clock, "routes");
        var journal = new TraceJournal(TraceStore.inMemory(100, clock), Runnable::run, clock, timers);
        var configuration = Bench.configuration(ProxyServer.builder(PscEnvironment.sandbox())
                .client("editeur", ClientAuthentication.clientSecretBasic("any"))
                .application("one", ProxyServerBuilder.sha256Of("any")));
        var clients = RelyingParties.of(configuration, WebServer.redirectUri(base), Optional.empty(), Optional.empty());
        var pending = new AdmittedLogin.Registry(1, clock);
        var store = StoreAccess.of(SessionStore.inMemory(clock), timers, clock);
        var leases = new BackchannelRequestLeases(store, timers);
        return new Services(
                () -> configuration,
                base,
                new Callers(List.of(), Set.of()),
                new Admission(AttemptLimits.DEFAULT, pending, store, leases),
                pending,
                clients,
                new Logins(List::of, clients, store, leases, journal, problem -> {}, timers),
                new SessionEndWaiters(clients::peek, RoutesTest::daemon, timers),
                new Forwarder(
                        new BackendConnections(
                                List.of(), List.of(), Optional.empty(), ForwardProxy.ofJava(), RoutesTest::daemon),
                        1),
                journal,
                new Certificates(List::of, clock),
                new DiagnosisCache(() -> configuration, WebServer.redirectUri(base), timers),
                Optional.empty(),
                Optional.empty());
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "routes-test");
        thread.setDaemon(true);
        thread.start();
    }

    @Test
    void every_route_is_described_and_every_description_is_a_route() {
        Set<String> routes = WebServer.routes(services(BASE)).stream()
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

    @Test
    void the_cookie_of_a_session_is_for_no_script_and_no_other_site() {
        var https = new CallerAuthentication(services(BASE)).cookie("a-handle", -1);

        assertEquals("proxy_session_id", https.getName());
        assertEquals("a-handle", https.getValue());
        assertEquals("/", https.getPath());
        assertEquals(-1, https.getMaxAge());
        assertTrue(https.getSecure());
        assertTrue(https.isHttpOnly());
        assertEquals("STRICT", https.getSameSite().name());
        assertFalse(new CallerAuthentication(services(URI.create("http://localhost:8080")))
                .cookie("a-handle", 0)
                .getSecure());
    }
}

package io.github.pscsdk.proxy;

import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.proxy.internal.admission.Admission;
import io.github.pscsdk.proxy.internal.admission.AdmittedLogin;
import io.github.pscsdk.proxy.internal.admission.BackchannelRequestLeases;
import io.github.pscsdk.proxy.internal.configuration.NamedFiles;
import io.github.pscsdk.proxy.internal.diagnosis.DiagnosisCache;
import io.github.pscsdk.proxy.internal.login.Logins;
import io.github.pscsdk.proxy.internal.monitoring.Certificates;
import io.github.pscsdk.proxy.internal.monitoring.PeriodicTask;
import io.github.pscsdk.proxy.internal.monitoring.ProxyMetrics;
import io.github.pscsdk.proxy.internal.monitoring.StoreWatch;
import io.github.pscsdk.proxy.internal.send.BackendConnections;
import io.github.pscsdk.proxy.internal.send.Forwarder;
import io.github.pscsdk.proxy.internal.server.WebServer;
import io.github.pscsdk.proxy.internal.server.WebServer.Services;
import io.github.pscsdk.proxy.internal.session.Callers;
import io.github.pscsdk.proxy.internal.session.RelyingParties;
import io.github.pscsdk.proxy.internal.session.SessionEndWaiters;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration;
import io.github.pscsdk.proxy.internal.settings.StoreSource.OpenStores;
import io.github.pscsdk.proxy.internal.store.StoreAccess;
import io.github.pscsdk.proxy.internal.trace.TraceFolder;
import io.github.pscsdk.proxy.internal.trace.TraceJournal;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.settings.SettingsException;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.time.internal.Scheduler;
import io.github.pscsdk.tracestore.TraceStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running proxy. Safe for any thread. */
public final class ProxyServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ProxyServer.class);

    // For those who were waiting to the end to be told, and for whoever is connected.
    private static final Duration LAST_CALLS = Duration.ofSeconds(2);

    // At certificates, which are told of once a day.
    private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);

    private static final Duration BETWEEN_REMOVALS = Duration.ofMinutes(1);

    // For demonstrations and tests.
    private static final int TRACES_IN_MEMORY = 10_000;

    private final URI address;
    private final Duration stopWithin;
    private volatile ProxyConfiguration current;
    private final Scheduler timers;
    private final PeriodicTask repeated;
    private final WebServer web;
    private final BackendConnections connections;
    private final Services services;
    // The last one first: the order in which to close them.
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    private ProxyServer(ProxyConfiguration configuration) {
        try {
            current = configuration;
            stopWithin = configuration.operation().stopWithin();
            // Closed last: whoever is still at work needs them.
            timers = opened(Scheduler.of(configuration.clock(), "proxy-timer"));
            var stores = configuration.stores().map(source -> opened(source.open()));
            var traces = traces(configuration, stores);
            var storeWatch = stores.map(
                    open -> opened(StoreWatch.of(open.sessions(), open.traces().filter(traces::equals), timers)));
            web = opened(bind(configuration));
            address = web.address();
            connections = opened(new BackendConnections(
                    configuration.clients(),
                    configuration.backends(),
                    configuration.trustedCertificates(),
                    configuration.forwardProxy(),
                    web.threads()));
            repeated = opened(new PeriodicTask("proxy-operation", timers));
            services = services(configuration, web.threads(), stores, storeWatch, traces);
            web.start(services);
            // At the end callers who wait get an answer first, then nobody is let in, then the rest may go.
            this.<AutoCloseable>opened(web::stop);
            opened(services.logins());
            opened(services.sessionEnds());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static WebServer bind(ProxyConfiguration configuration) {
        var address = configuration.address();
        try {
            return WebServer.bind(
                    address, BackendConnections.threads(configuration.clients(), configuration.backends()));
        } catch (IOException e) {
            throw new ProxyStartException(
                    ServerProblem.ADDRESS_UNUSABLE,
                    address.getAddress().getHostAddress() + ", port " + address.getPort() + ": " + e.getMessage(),
                    e);
        }
    }

    private Services services(
            ProxyConfiguration configuration,
            Executor threads,
            Optional<OpenStores> stores,
            Optional<StoreWatch> storeWatch,
            TraceStore traces) {
        var base = configuration.publicBaseUri().orElse(address);
        var clock = configuration.clock();
        var journal = opened(new TraceJournal(traces, threads, clock, timers));
        configuration
                .traces()
                .ifPresent(settings ->
                        repeated.every(BETWEEN_REMOVALS, () -> journal.removeOlderThan(settings.retention())));
        // One for all: what one of them has told, none asks again.
        var store = opened(StoreAccess.of(
                stores.map(OpenStores::sessions).orElseGet(() -> SessionStore.inMemory(clock)), timers, clock));
        var pending = new AdmittedLogin.Registry(configuration.traffic().pendingLogins(), clock);
        var metrics = configuration.operation().metrics()
                ? Optional.of(opened(new ProxyMetrics()))
                : Optional.<ProxyMetrics>empty();
        var redirectUri = WebServer.redirectUri(base);
        var clients = opened(RelyingParties.of(configuration, redirectUri, metrics, stores));
        clients.all().forEach(RelyingParty::warmUp);
        var certificates = certificates(configuration);
        repeated.every(BETWEEN_LOOKS, certificates::look);
        var sessionEnds = new SessionEndWaiters(clients::peek, threads, timers);
        metrics.ifPresent(counting -> {
            storeWatch.ifPresent(counting::store);
            counting.awaitedSessions(sessionEnds::count);
            counting.pendingLogins(pending::count);
            counting.certificates(certificates);
        });
        var leases = new BackchannelRequestLeases(store, timers);
        var logins = new Logins(
                () -> current.audiences(),
                clients,
                store,
                leases,
                journal,
                problem -> metrics.ifPresent(counting -> counting.loginFailed(problem)),
                timers);
        return new Services(
                () -> current,
                base,
                new Callers(configuration.applications(), configuration.trustedReverseProxies()),
                new Admission(configuration.limits(), pending, store, leases),
                pending,
                clients,
                logins,
                sessionEnds,
                new Forwarder(connections, configuration.traffic().bodyBytes()),
                journal,
                certificates,
                new DiagnosisCache(() -> current, redirectUri, timers),
                storeWatch,
                metrics);
    }

    private Certificates certificates(ProxyConfiguration configuration) {
        // The store is opened once, so its certificates are read once.
        var ofStore = configuration
                .stores()
                .filter(Certificates.Source.class::isInstance)
                .map(source -> ((Certificates.Source) source).certificates())
                .orElse(List.of());
        return new Certificates(
                () -> Stream.concat(Certificates.of(current).stream(), ofStore.stream())
                        .toList(),
                configuration.clock());
    }

    private <T extends AutoCloseable> T opened(T resource) {
        opened.push(resource);
        return resource;
    }

    /** Starts the description of a proxy; it needs a client, and an application token unless in conformity mode. */
    public static ProxyServerBuilder builder(PscEnvironment environment) {
        return new ProxyServerBuilder(environment);
    }

    static ProxyServer start(ProxyConfiguration configuration) {
        warn(configuration);
        var server = new ProxyServer(configuration);
        log.info("proxy for {} listens on {}", configuration.environment().kind(), server.address());
        return server;
    }

    /**
     * Starts a proxy by its configuration file. Secrets, certificates and trust are read again when the files that it
     * names have another content: every {@code operation.reloadEvery}. Calls under way end as they began. A file that
     * cannot be used leaves what was read before, told once in the log. The configuration file itself and the password
     * of its HTTP proxy are read at the start alone.
     *
     * @throws ProxyStartException as {@link ProxyServerBuilder#start}; if the configuration cannot be used, too: its
     *     message names all mistakes, each with its line
     */
    public static ProxyServer start(Path file) {
        try {
            return start(new NamedFiles(file, System.getenv()));
        } catch (SettingsException e) {
            throw new ProxyStartException(ServerProblem.CONFIGURATION_UNUSABLE, String.valueOf(e.getMessage()), e);
        }
    }

    static ProxyServer start(NamedFiles files) {
        var configuration = files.read();
        var server = start(configuration);
        server.repeated.every(
                configuration.operation().reloadEvery(), () -> files.changed().ifPresent(server::renew));
        return server;
    }

    private void renew(ProxyConfiguration next) {
        try {
            use(next);
            current = next;
            log.info("secrets, certificates and trust were read again");
        } catch (IllegalArgumentException e) {
            use(current);
            log.error("a changed file cannot be used, so what was read before stays in use: {}", e.getMessage());
        }
    }

    private void use(ProxyConfiguration configuration) {
        var trusted = configuration.trustedCertificates();
        for (var client : configuration.clients()) {
            services.clients()
                    .find(client.id())
                    .ifPresent(party -> party.renew(client.authentication(), trusted, configuration.audiences()));
        }
        connections.renew(configuration.clients(), configuration.backends(), trusted);
    }

    private static void warn(ProxyConfiguration configuration) {
        if (configuration.conformityMode()) {
            log.warn("CONFORMITY MODE: anybody may log in, send and read traces here. Never for production.");
        }
        var behindTls = configuration.publicBaseUri().map(URI::getScheme).filter("https"::equals);
        if (!configuration.address().getAddress().isLoopbackAddress() && behindTls.isEmpty()) {
            log.warn("sessions travel unprotected: put TLS in front, and say so by a public base URI with https");
        }
    }

    private TraceStore traces(ProxyConfiguration configuration, Optional<OpenStores> stores) {
        if (configuration.traces().isEmpty()) {
            log.info("traces are kept in memory and lost at a restart");
            return TraceStore.inMemory(TRACES_IN_MEMORY, configuration.clock());
        }
        var settings = configuration.traces().get();
        if (settings.folder().isEmpty()) {
            var traces = stores.flatMap(OpenStores::traces)
                    .orElseThrow(() -> new ProxyStartException(
                            ServerProblem.STORE_WITHOUT_TRACES, "the store has no place for traces"));
            if (!traces.isInProcess() && !traces.isEncrypted()) {
                throw new IllegalStateException("a store of traces outside this process has to be encrypted");
            }
            return traces;
        }
        var folder = settings.folder().get();
        try {
            return opened(TraceFolder.open(folder, settings.retention(), settings.keyRing(), configuration.clock()));
        } catch (IOException e) {
            // Of these, the message is the path once more.
            var why = e instanceof FileSystemException file && file.getReason() == null
                    ? e.getClass().getSimpleName()
                    : e.getMessage();
            throw new ProxyStartException(
                    ServerProblem.TRACE_FOLDER_UNUSABLE, "traces cannot be written into " + folder + ": " + why, e);
        }
    }

    int callsUnderWay() {
        return web.calls().count();
    }

    /** Where it listens: the port is the one in use, whatever the configuration said. */
    public URI address() {
        return address;
    }

    /**
     * Prepares a stop in good order, as of a service that gets SIGTERM; then {@link #close} it. No login begins any
     * more (503, {@code PSC-052}), {@code /ready} says so, whoever waits for news is to ask again; all else goes on.
     * Waits for pending logins and calls, {@link ProxyServerBuilder#stopWithin} at most; then tells callers who still
     * wait.
     *
     * @throws InterruptedException if the calling thread is interrupted; nothing is waited for any more
     */
    public void drain() throws InterruptedException {
        log.info("the proxy takes no more logins and stops within {} s", stopWithin.toSeconds());
        var end = System.nanoTime() + stopWithin.toNanos();
        services.pending().close();
        services.logins().stopWaiting();
        services.sessionEnds().close();
        services.pending().awaitNone(Duration.ofNanos(end - System.nanoTime()));
        web.calls().awaitNone(Duration.ofNanos(end - System.nanoTime()));
        services.logins().close();
        web.awaitLastCalls(LAST_CALLS);
    }

    /** Cancels the logins that wait, then stops, at once. Does nothing the second time. */
    @Override
    public synchronized void close() {
        if (opened.isEmpty()) {
            return;
        }
        while (!opened.isEmpty()) {
            close(opened.pop());
        }
        log.info("proxy stopped");
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            log.error("{} could not be closed", resource.getClass().getSimpleName(), e);
        }
    }
}

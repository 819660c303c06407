package io.github.pscsdk.example.santefr;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.example.santefr.dossier.DossierStore;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.http.DeclarationApi;
import io.github.pscsdk.example.santefr.web.WebPages;
import io.github.pscsdk.relyingparty.web.LoginLimit;
import io.github.pscsdk.sessionstore.SessionStore;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * The running form: an HTTP API and pages on the loopback address, and a database. Safe for any thread.
 *
 * <p>{@link #close()} frees the port and the database file, so that another server may open it.
 */
public final class FormServer implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    /** Beyond which the next one waits. Each has a thread while its request is read: no caller waits for another. */
    private static final int MOST_CONNECTIONS = 200;
    /** Threads that accept, select and time. */
    private static final int OTHER_THREADS = 20;

    private static final int PATIENCE_MILLIS = 10_000;
    /** Of requests with some megabytes, which are in memory. */
    private static final int MOST_LARGE_REQUESTS = 8;

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private ServerSocketChannel socket;
    private Javalin javalin;

    private FormServer() {}

    /**
     * Opens the database and starts to listen; returns once requests are answered.
     *
     * @throws IllegalStateException if the database cannot be opened or the port is taken
     */
    public static FormServer start(FormConfiguration configuration) {
        var server = new FormServer();
        try {
            // Before anything is served: the pages are told their address.
            server.bind(configuration.port());
            server.serve(configuration);
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private void bind(int port) {
        try {
            socket = opened(ServerSocketChannel.open());
            socket.bind(new InetSocketAddress(HOST, port));
        } catch (IOException e) {
            throw new IllegalStateException("cannot listen on port " + port, e);
        }
    }

    private void serve(FormConfiguration configuration) {
        var store = opened(DossierStore.open(configuration.database()));
        var dossiers = new Dossiers(store, configuration.clock());
        var declarations = new DeclarationApi(configuration.callers(), dossiers);
        var pages = configuration.psc().map(psc -> pages(psc.at(address()), configuration, store, dossiers));
        javalin = Javalin.create(config -> {
            configure(config);
            // Nobody keeps an answer, and its address, which after a login holds a code, is told to nobody.
            config.routes.before(context -> context.header("Cache-Control", "no-store")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "no-referrer"));
            declarations.addTo(config);
            pages.ifPresent(all -> all.addTo(config));
            config.routes.exception(HttpResponseException.class, (e, context) -> {
                if (e.getStatus() == 404 && pages.isPresent() && WebPages.isForAPerson(context)) {
                    pages.get().notFound(context);
                } else {
                    DeclarationApi.refuse(e.getStatus(), context);
                }
            });
        });
        opened.push(javalin::stop);
        javalin.start();
    }

    private WebPages pages(
            PscRegistration psc, FormConfiguration configuration, DossierStore store, Dossiers dossiers) {
        var clock = configuration.clock();
        var sessions = SessionStore.inMemory(clock);
        var relyingParty = opened(psc.client()
                .sessionStore(sessions)
                .clock(clock)
                .identifiersListener(ids -> store.unite(
                        ids.get(0).value(),
                        ids.stream().skip(1).map(NationalId::value).toList()))
                .build());
        var limit = configuration.loginLimit().orElseGet(() -> LoginLimit.usual(clock));
        var guide = configuration.guideAddresses();
        return new WebPages(relyingParty, psc.publicBaseUri(), sessions, dossiers, clock, limit, guide);
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.threadPool = new QueuedThreadPool(MOST_CONNECTIONS + OTHER_THREADS);
        config.jetty.addConnector(this::connector);
        config.jetty.modifyServer(server -> {
            var large = new QoSHandler();
            large.includeMethod("POST");
            large.includePath(DeclarationApi.BATCH, WebPages.IMPORT);
            large.setMaxRequestCount(MOST_LARGE_REQUESTS);
            server.setHandler(large);
        });
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setPersistentConnectionsEnabled(false);
        });
    }

    private ServerConnector connector(Server server, HttpConfiguration http) {
        var connector = new ServerConnector(server, new HttpConnectionFactory(http));
        try {
            connector.open(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        connector.setIdleTimeout(PATIENCE_MILLIS);
        connector.addBean(new HeadDeadline(connector.getScheduler()));
        server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
        return connector;
    }

    /**
     * Ends a connection that has not brought the head of a request in time: Jetty ends those that are silent, but not
     * those that drip.
     */
    private record HeadDeadline(Scheduler scheduler) implements Connection.Listener {
        @Override
        public void onOpened(Connection connection) {
            scheduler.schedule(() -> look(connection), PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        }

        private static void look(Connection connection) {
            if (connection.getMessagesIn() == 0) {
                connection.getEndPoint().close();
            }
        }
    }

    /** Where it listens, such as {@code http://127.0.0.1:41234}. */
    public URI address() {
        return URI.create("http://" + HOST + ":" + socket.socket().getLocalPort());
    }

    /** Every route that it answers, such as {@code GET /mine/{number}}: what a reverse proxy lets through. */
    public SortedSet<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .filter(route -> route.endpoint.method.isHttpMethod())
                .map(route -> route.endpoint.method.name() + " " + route.endpoint.path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private <T extends AutoCloseable> T opened(T resource) {
        opened.push(resource);
        return resource;
    }

    /** Answers the requests under way, then stops. Calling it again does nothing. */
    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("a part of the form does not close", e);
            }
        }
    }
}

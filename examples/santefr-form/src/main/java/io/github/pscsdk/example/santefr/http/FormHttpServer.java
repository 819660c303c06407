package io.github.pscsdk.example.santefr.http;

import io.github.pscsdk.example.santefr.http.RefusedException.Failure;
import io.github.pscsdk.example.santefr.web.RequestBody;
import io.github.pscsdk.example.santefr.web.WebPages;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.util.Optional;
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
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running HTTP server. It listens on the loopback address: whoever publishes it puts a proxy with TLS in front. */
public final class FormHttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FormHttpServer.class);
    private static final String HOST = "127.0.0.1";
    /** How many may wait to be let in; Linux has a bound of its own, net.core.somaxconn. */
    private static final int ACCEPT_QUEUE = 1_000;
    /**
     * Beyond which the next one waits. All are from this machine: those who come through a reverse proxy are counted
     * there.
     */
    private static final int MOST_CONNECTIONS = 1_000;

    private static final int MOST_THREADS = 16;
    private static final int FEWEST_THREADS = 2;

    private final ServerSocketChannel socket;
    private Optional<Javalin> javalin = Optional.empty();

    private FormHttpServer(ServerSocketChannel socket) {
        this.socket = socket;
    }

    /**
     * Takes a port, so that the address is known before anything is served.
     *
     * @param port 0 for a free one
     * @throws IllegalStateException if the port is taken
     */
    public static FormHttpServer bind(int port) {
        try {
            var socket = ServerSocketChannel.open();
            try {
                return new FormHttpServer(socket.bind(new InetSocketAddress(HOST, port), ACCEPT_QUEUE));
            } catch (IOException e) {
                socket.close();
                throw e;
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot listen on port " + port, e);
        }
    }

    /** Serves from now on. */
    public FormHttpServer start(DeclarationApi declarations, WebPages pages) {
        javalin = Optional.of(Javalin.create(config -> {
                    config.jetty.addConnector(this::connector);
                    configure(config, declarations, pages);
                })
                .start());
        return this;
    }

    /** Such as {@code http://127.0.0.1:41234}. */
    public URI address() {
        return URI.create("http://" + HOST + ":" + socket.socket().getLocalPort());
    }

    @Override
    public void close() {
        javalin.ifPresent(Javalin::stop);
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every route that it answers, such as {@code GET /mine/{number}}. */
    public SortedSet<String> routes() {
        return javalin.orElseThrow().unsafe.internalRouter.allHttpHandlers().stream()
                .filter(route -> route.endpoint.method.isHttpMethod())
                .map(route -> route.endpoint.method.name() + " " + route.endpoint.path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void configure(JavalinConfig config, DeclarationApi declarations, WebPages pages) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.threadPool = threads();
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            // One request for each connection, so that a limit of time for it is one for the connection.
            http.setPersistentConnectionsEnabled(false);
        });
        declarations.addTo(config);
        pages.addTo(config);
        config.routes.after(RequestBody::hearOut);
        config.routes.exception(HttpResponseException.class, (e, context) -> refusedByJavalin(e, context, pages));
        config.routes.exception(Exception.class, FormHttpServer::defect);
    }

    private static void refusedByJavalin(HttpResponseException e, Context context, WebPages pages) {
        if (e.getStatus() == 404 && pages.isForAPerson(context)) {
            pages.notFound(context);
            return;
        }
        switch (e.getStatus()) {
            case 404 -> ApiRequest.fail(context, Failure.NOT_FOUND, "no such route");
            case 408 -> ApiRequest.fail(context, Failure.TOO_SLOW, "");
            case 429 -> ApiRequest.fail(context, Failure.BUSY, "");
            default -> ApiRequest.fail(context, Failure.MALFORMED, "not a request of this API");
        }
    }

    private static void defect(Exception e, Context context) {
        if (RequestBody.isGone(context)) {
            // A failure of this handler would come back to it for ever.
            LOG.debug("a caller left before the answer");
            return;
        }
        // The class and the place, not the message: it may repeat a value.
        var place = e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0].toString();
        LOG.error("a request met a defect: {} at {}", e.getClass().getName(), place);
        ApiRequest.fail(context, Failure.INTERNAL, "");
    }

    private ServerConnector connector(Server server, HttpConfiguration http) {
        var connector = new ServerConnector(server, new HttpConnectionFactory(http));
        try {
            connector.open(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        connector.setIdleTimeout(RequestBody.PATIENCE.toMillis());
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
            scheduler.schedule(() -> look(connection), RequestBody.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }

        private static void look(Connection connection) {
            if (connection.getMessagesIn() == 0) {
                LOG.debug("a caller took too long over the head of a request");
                connection.getEndPoint().close();
            }
        }
    }

    private static QueuedThreadPool threads() {
        var threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
        threads.setName("santefr-form");
        threads.setDaemon(true);
        return threads;
    }
}

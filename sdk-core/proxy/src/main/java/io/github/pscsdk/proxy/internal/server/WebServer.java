package io.github.pscsdk.proxy.internal.server;

import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.PATCH;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.proxy.internal.admission.Admission;
import io.github.pscsdk.proxy.internal.admission.AdmittedLogin;
import io.github.pscsdk.proxy.internal.admission.InFlightCounter;
import io.github.pscsdk.proxy.internal.diagnosis.DiagnosisCache;
import io.github.pscsdk.proxy.internal.http.CallerConnections;
import io.github.pscsdk.proxy.internal.http.Failures;
import io.github.pscsdk.proxy.internal.http.RefusedException;
import io.github.pscsdk.proxy.internal.http.RequestBody;
import io.github.pscsdk.proxy.internal.login.Logins;
import io.github.pscsdk.proxy.internal.monitoring.Certificates;
import io.github.pscsdk.proxy.internal.monitoring.ProxyMetrics;
import io.github.pscsdk.proxy.internal.monitoring.StoreWatch;
import io.github.pscsdk.proxy.internal.send.Forwarder;
import io.github.pscsdk.proxy.internal.session.Callers;
import io.github.pscsdk.proxy.internal.session.RelyingParties;
import io.github.pscsdk.proxy.internal.session.SessionEndWaiters;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration;
import io.github.pscsdk.proxy.internal.trace.TraceJournal;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Jetty, as this service wants it: few threads, no version, no page of its own, and no caller that holds up another
 * one. Speaks HTTP: TLS is a reverse proxy's task.
 */
public final class WebServer implements AutoCloseable {
    static final String CALLBACK = "/v1/callback";

    /**
     * How many callers may wait to be let in, where the system allows it: Linux has its own bound, net.core.somaxconn.
     */
    static final int ACCEPT_QUEUE = 10_000;

    // Nothing blocks them, be it a caller, Pro Santé Connect or a backend.
    private static final int THREADS = 16;
    private static final int THREADS_IDLE = 4;
    // For a caller that stops in the middle of a request; a login that waits is not idle in this sense.
    private static final Duration IDLE = Duration.ofSeconds(60);
    // The same at the end. Our own clients use no connection again that was idle for HttpCalls.MAX_IDLE, 800 ms.
    private static final Duration IDLE_AT_THE_END = Duration.ofSeconds(1);
    // For the answers that were given when the proxy closes; a call that hangs elsewhere gets none.
    private static final Duration ANSWERS_AT_THE_END = Duration.ofMillis(500);
    // From the handshake until a connection is known.
    private static final Duration LETTING_IN = Duration.ofMillis(100);

    // A request with a body keeps it until it is answered, and thousands wait: their headers and a small body fit, and
    // a large one comes in several reads.
    private static final int INPUT_BUFFER = 2 * 1024;
    private static final int LARGEST_KEPT_BUFFER = 64 * 1024;

    private final ServerSocketChannel socket;
    private final QueuedThreadPool threads;
    private final InFlightCounter calls = new InFlightCounter(Integer.MAX_VALUE);
    // Of a server that has started.
    private Optional<Javalin> javalin = Optional.empty();
    private Optional<ServerConnector> connector = Optional.empty();
    private Optional<CallerConnections> callers = Optional.empty();

    /** The services that the routes work with; {@code pending} is closed once the proxy stops. */
    public record Services(
            Supplier<ProxyConfiguration> current,
            URI publicBaseUri,
            Callers callers,
            Admission admission,
            AdmittedLogin.Registry pending,
            RelyingParties clients,
            Logins logins,
            SessionEndWaiters sessionEnds,
            Forwarder forwarder,
            TraceJournal journal,
            Certificates certificates,
            DiagnosisCache diagnoses,
            Optional<StoreWatch> storeWatch,
            Optional<ProxyMetrics> metrics) {
        ProxyConfiguration configuration() {
            return current.get();
        }
    }

    record Route(HandlerType method, String path, Handler handler) {}

    private WebServer(ServerSocketChannel socket, QueuedThreadPool threads) {
        this.socket = socket;
        this.threads = threads;
    }

    /** Takes the address; {@code selectors} is how many threads others take for good. */
    public static WebServer bind(InetSocketAddress address, int selectors) throws IOException {
        var threads = new QueuedThreadPool(THREADS + selectors, THREADS_IDLE);
        threads.setName("proxy-http");
        LifeCycle.start(threads);
        var socket = ServerSocketChannel.open();
        try {
            return new WebServer(socket.bind(address, ACCEPT_QUEUE), threads);
        } catch (IOException e) {
            socket.close();
            LifeCycle.stop(threads);
            throw e;
        }
    }

    /** The threads that serve, for work that blocks none of them. They end with {@link #close}. */
    public Executor threads() {
        return threads;
    }

    public URI address() {
        var address = (InetSocketAddress) socket.socket().getLocalSocketAddress();
        var host = address.getAddress().getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort());
    }

    /** Where browser logins come back to, as it is declared to ANS. */
    public static URI redirectUri(URI publicBaseUri) {
        var base = publicBaseUri.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + CALLBACK);
    }

    public void start(Services services) {
        var connections = new CallerConnections(
                services.configuration().traffic().connectionsPerAddress(), services.callers(), System::nanoTime);
        callers = Optional.of(connections);
        var started = Javalin.create(config -> configure(config, services, connections))
                .start();
        javalin = Optional.of(started);
        services.metrics().ifPresent(metrics -> metrics.connections(connections::count));
        connections.watch(started.jettyServer().server().getScheduler());
    }

    private void configure(JavalinConfig config, Services services, CallerConnections connections) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.prefer405over404 = true;
        config.jetty.threadPool = threads;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setInputBufferSize(INPUT_BUFFER);
        });
        config.jetty.modifyServer(server -> server.setErrorHandler(WebServer::refuse));
        config.jetty.addConnector((server, http) -> {
            var added = connector(server, http, connections);
            connector = Optional.of(added);
            return added;
        });
        config.routes.before(ctx -> begin(ctx, connections));
        config.routes.before(WebServer::refuseHead);
        config.routes.after(ctx -> end(ctx, services));
        routes(services).forEach(route -> config.routes.addHttpHandler(route.method(), route.path(), route.handler()));
        // The most specific handler counts, and Javalin brings one of its own for its own exceptions.
        config.routes.exception(HttpResponseException.class, (failure, ctx) -> answer(ctx, failure, services));
        config.routes.exception(Exception.class, (failure, ctx) -> answer(ctx, failure, services));
    }

    /** All that this proxy answers to; described in {@code openapi/proxy-esante.yaml}. */
    static List<Route> routes(Services services) {
        var callers = new CallerAuthentication(services);
        var session = new SessionRoutes(services, callers);
        var send = new SendRoute(services, callers);
        var logins = new LoginRoutes(services);
        var monitoring = new MonitoringRoutes(services);

        List<Route> routes = new ArrayList<>();
        routes.add(new Route(POST, "/connect", callers.contract(session::connect)));
        routes.add(new Route(DELETE, "/disconnect", callers.contract(session::disconnect)));
        for (var method : List.of(GET, POST, PUT, PATCH, DELETE)) {
            routes.add(new Route(method, "/send/{backend}/<endpoint>", callers.contract(send::send)));
        }
        routes.add(new Route(GET, "/traces", callers.contract(monitoring::traces)));
        routes.add(new Route(GET, "/health", monitoring::health));
        routes.add(new Route(GET, "/ready", monitoring::ready));
        routes.add(new Route(GET, "/metrics", callers.own(monitoring::metrics)));
        routes.add(new Route(GET, "/v1/status", callers.own(monitoring::status)));
        routes.add(new Route(GET, "/v1/diagnosis", callers.own(monitoring::diagnosis)));
        routes.add(new Route(GET, "/v1/traces", callers.own(monitoring::pageOfTraces)));
        routes.add(new Route(POST, "/v1/logins", callers.own(logins::start)));
        routes.add(new Route(GET, "/v1/logins/{id}", callers.own(logins::follow)));
        routes.add(new Route(POST, "/v1/logins/{id}/code", callers.own(logins::code)));
        routes.add(new Route(DELETE, "/v1/logins/{id}", callers.own(logins::cancel)));
        routes.add(new Route(GET, "/v1/session", callers.own(session::show)));
        routes.add(new Route(GET, "/v1/session/end", callers.own(session::awaitEnd)));
        routes.add(new Route(GET, CALLBACK, logins::comeBack));
        routes.add(new Route(POST, "/v1/logout/{client}", session::reported));
        return routes;
    }

    private static void answer(Context ctx, Exception failure, Services services) {
        Failures.answer(ctx, failure)
                .ifPresent(refused ->
                        services.metrics().ifPresent(metrics -> metrics.refused(refused.status(), refused.problem())));
    }

    private void begin(Context ctx, CallerConnections connections) {
        var request = RequestBody.request(ctx);
        connections.begun(request);
        calls.begin();
        Request.addCompletionListener(request, failure -> calls.end());
    }

    private static void end(Context ctx, Services services) {
        if (services.pending().isClosed()) {
            // The next call is to go elsewhere.
            ctx.header("Connection", "close");
        }
    }

    public InFlightCounter calls() {
        return calls;
    }

    /** Javalin would answer 200 wherever there is a GET, without asking the route. */
    private static void refuseHead(Context ctx) {
        if (ctx.method() == HandlerType.HEAD) {
            throw RefusedException.of(405, LoginProblem.SERVER_HALF_ANSWER_INVALID);
        }
    }

    private ServerConnector connector(Server server, HttpConfiguration http, CallerConnections connections) {
        // By itself, Jetty's pool has no buffer of less than 4 KiB.
        var buffers = new ArrayByteBufferPool(0, INPUT_BUFFER, LARGEST_KEPT_BUFFER);
        var connector = new ServerConnector(server, null, null, buffers, 1, 1, new HttpConnectionFactory(http));
        connector.setIdleTimeout(IDLE.toMillis());
        connector.setShutdownIdleTimeout(IDLE_AT_THE_END.toMillis());
        connector.addBean(connections);
        try {
            // For its name in messages: the socket is bound already.
            connector.setHost(address().getHost());
            connector.open(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return connector;
    }

    /**
     * Answers what Jetty refuses before any route sees it, such as an ambiguous path: its own page would repeat the
     * path. Also answers all callers who have no answer yet when the server stops.
     */
    private static boolean refuse(Request request, Response response, Callback callback) {
        var isStopping =
                request.getConnectionMetaData().getConnector().getServer().isStopping();
        if (isStopping) {
            response.setStatus(503);
        }
        var problem = isStopping ? LoginProblem.SERVER_HALF_BUSY : LoginProblem.SERVER_HALF_ANSWER_INVALID;
        response.getHeaders().put(Failures.HEADER, problem.code());
        callback.succeeded();
        return true;
    }

    /**
     * Lets nobody in any more; callers who were let in are answered. Waits until their connections have ended, that
     * long at most.
     */
    public void awaitLastCalls(Duration atMost) throws InterruptedException {
        connector.orElseThrow().shutdown();
        callers.orElseThrow().awaitNone(LETTING_IN, atMost);
    }

    /** Takes no more calls, lets answers that were given arrive, and closes the connections of callers. */
    public void stop() throws InterruptedException {
        try {
            calls.awaitNone(ANSWERS_AT_THE_END);
        } finally {
            javalin.orElseThrow().stop();
        }
    }

    /** Gives the address back, and ends the threads. */
    @Override
    public void close() throws IOException {
        socket.close();
        LifeCycle.stop(threads);
    }
}

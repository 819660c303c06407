package io.github.pscsdk.testkit.simulator.internal.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.pscsdk.testkit.simulator.internal.model.Dial;
import io.github.pscsdk.testkit.simulator.internal.model.Fault;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.RecordedRequest;
import io.github.pscsdk.time.internal.Scheduler;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One origin of the simulator. Paths are matched exactly; a path without a route is 404. */
public final class Origin implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Origin.class);

    private final HttpServer server;
    private final Optional<Relay> relay;
    private final Origins settings;
    private final URI base;
    private final Map<String, Route> routes = new ConcurrentHashMap<>();
    // Real time: a delay plays a slow network, which callers meet with the limits of their sockets. Its own, which
    // forgets at the end what is still to be answered.
    private final Scheduler timer = Scheduler.of(Clock.systemUTC(), "psc-simulator-timer");
    private Optional<Dial<Duration>> delay = Optional.empty();

    private record Route(Optional<Endpoint> endpoint, List<String> methods, Handler handler) {}

    /** An origin on a server, plain or TLS, that is bound and not yet started; callers use the relay's address. */
    Origin(HttpServer server, Optional<Relay> relay, Origins settings) {
        this.server = server;
        this.relay = relay;
        this.settings = settings;
        var ip = server.getAddress().getAddress();
        var host = ip instanceof Inet6Address ? "[" + ip.getHostAddress() + "]" : ip.getHostAddress();
        this.base = URI.create((settings.tls().isPresent() ? "https" : "http") + "://" + host + ":"
                + relay.map(Relay::port).orElseGet(() -> server.getAddress().getPort()));
        server.createContext("/", this::handle);
    }

    /** Scheme, host and port, without a slash at the end. */
    public URI base() {
        return base;
    }

    /** Answers {@code methods} on {@code path} by {@code handler}; a {@code *} at its end stands for one segment. */
    public void route(Endpoint endpoint, String path, Handler handler, String... methods) {
        routes.put(path, new Route(Optional.of(endpoint), List.of(methods), handler));
    }

    /** The same for a page for a person. It is not recorded, because it may hold a code porteur. */
    public void page(String path, Handler handler, String... methods) {
        routes.put(path, new Route(Optional.empty(), List.of(methods), handler));
    }

    /** Delays TLS handshake and reading on each connection by the value of that dial; no thread is held meanwhile. */
    public void delayBy(Dial<Duration> dial) {
        delay = Optional.of(dial);
    }

    /** Begins to answer. {@code executor} runs the handlers; its threads are daemons, and so is the server's own. */
    public void start(Executor executor) {
        // The JDK's server hands an exchange over before it has read a byte of it.
        server.setExecutor(work -> delay.flatMap(settings.simulation().dials()::value)
                .ifPresentOrElse(
                        wait -> timer.after(wait, () -> executor.execute(work)), () -> executor.execute(work)));
        // The server's thread inherits being a daemon from the thread that starts it.
        CompletableFuture.runAsync(server::start, executor).join();
        relay.ifPresent(Relay::start);
    }

    @Override
    public void close() {
        relay.ifPresent(Relay::close);
        server.stop(0);
        timer.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var request = IncomingRequest.read(exchange);
        settings.beforeEach().run();
        var route = find(request.path());
        var endpoint = route.map(Route::endpoint).orElse(Optional.of(Endpoint.UNKNOWN));
        var recorded = endpoint.map(known -> record(known, request));
        var fault = endpoint.flatMap(settings.simulation().dials()::take);
        var closesConnection = endpoint.isPresent()
                && settings.simulation().dials().value(Dial.CLOSES_CONNECTIONS).orElse(false);
        var reply = outage(fault)
                .or(() -> route.map(found -> answer(found, request)))
                .orElseGet(() -> Reply.empty(404));
        recorded.ifPresent(known ->
                known.answered(reply.status(), fault.map(Fault::toString).or(reply::note)));
        ReplyWriter.deliver(exchange, reply, fault, closesConnection, timer);
    }

    private Optional<Route> find(String path) {
        return Optional.ofNullable(routes.get(path))
                .or(() -> Optional.ofNullable(routes.get(path.replaceFirst("[^/]+$", "*"))));
    }

    private static Optional<Reply> outage(Optional<Fault> fault) {
        return fault.filter(Fault.Status.class::isInstance).map(status -> Reply.empty(((Fault.Status) status).code()));
    }

    private static Reply answer(Route route, IncomingRequest request) {
        if (!route.methods().contains(request.method())) {
            return Reply.empty(405).withHeader("Allow", String.join(", ", route.methods()));
        }
        try {
            return route.handler().answer(request);
        } catch (OAuthErrorException e) {
            return e.reply();
        } catch (RuntimeException e) {
            log.error("the simulator's {} failed", request, e);
            return Reply.empty(500);
        }
    }

    private Exchange record(Endpoint endpoint, IncomingRequest request) {
        request.bearerToken().ifPresent(settings.simulation().journal()::addSecret);
        if (endpoint == Endpoint.TOKEN) {
            settings.simulation().journal().noteGrant(request.parameters().values());
        }
        return settings.simulation()
                .journal()
                .add(new RecordedRequest(
                        endpoint,
                        request.method(),
                        request.path(),
                        settings.simulation()
                                .journal()
                                .mask(request.parameters().values()),
                        request.certificate().map(Origin::subject),
                        request.authMethod()));
    }

    private static String subject(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }
}

package io.github.pscsdk.example.santefr.http;

import io.github.pscsdk.example.santefr.http.RefusedException.Failure;
import io.github.pscsdk.example.santefr.web.UnreadBody;
import io.github.pscsdk.example.santefr.web.WebPages;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import java.net.URI;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running HTTP server. It listens on the loopback address: whoever publishes it puts a proxy with TLS in front. */
public final class FormHttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FormHttpServer.class);
    private static final String HOST = "127.0.0.1";
    private static final int MOST_THREADS = 16;
    private static final int FEWEST_THREADS = 2;

    private final Javalin javalin;

    private FormHttpServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts to listen.
     *
     * @param port 0 picks a free one
     * @throws IllegalStateException if the port is taken
     */
    public static FormHttpServer start(int port, ApiRoutes routes, WebPages pages) {
        var javalin = Javalin.create(config -> configure(config, routes, pages));
        try {
            javalin.start(HOST, port);
        } catch (JavalinException e) {
            javalin.stop();
            throw new IllegalStateException("cannot listen on port " + port, e);
        }
        return new FormHttpServer(javalin);
    }

    /** Such as {@code http://127.0.0.1:41234}. */
    public URI address() {
        return URI.create("http://" + HOST + ":" + javalin.port());
    }

    @Override
    public void close() {
        javalin.stop();
    }

    /** What it answers, such as {@code GET /mine/{number}}. */
    public SortedSet<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(route -> route.endpoint.method.name() + " " + route.endpoint.path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void configure(JavalinConfig config, ApiRoutes routes, WebPages pages) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.threadPool = threads();
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        routes.addTo(config);
        pages.addTo(config);
        config.routes.exception(RefusedException.class, FormHttpServer::refused);
        config.routes.exception(HttpResponseException.class, (e, context) -> refusedByJavalin(e, context, pages));
        config.routes.exception(Exception.class, FormHttpServer::defect);
    }

    private static void refused(RefusedException e, Context context) {
        UnreadBody.hearOut(context);
        ApiRequest.fail(context, e.failure(), e.detail());
    }

    private static void refusedByJavalin(HttpResponseException e, Context context, WebPages pages) {
        if (e.getStatus() == 404 && pages.isForAPerson(context)) {
            pages.notFound(context);
            return;
        }
        var failure = e.getStatus() == 404 ? Failure.NOT_FOUND : Failure.MALFORMED;
        ApiRequest.fail(context, failure, e.getStatus() == 404 ? "no such route" : "not a request of this API");
    }

    private static void defect(Exception e, Context context) {
        // The class and the place, not the message: it may repeat a value.
        var place = e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0].toString();
        LOG.error("a request met a defect: {} at {}", e.getClass().getName(), place);
        ApiRequest.fail(context, Failure.INTERNAL, "");
    }

    private static QueuedThreadPool threads() {
        var threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
        threads.setName("santefr-form");
        threads.setDaemon(true);
        return threads;
    }
}

package io.github.pscsdk.proxy.internal.http;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.httpclient.internal.CallFailure;
import io.github.pscsdk.proxy.internal.http.RequestBody.CallerGoneException;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.http.ClientCalls.HttpStatusException;
import io.github.pscsdk.sessionstore.StoreException;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whatever went wrong into an answer: on the contract's paths as the contract says; under {@code /v1} with the
 * problem's code.
 */
public final class Failures {
    /**
     * Bears the problem's code on every failure of the proxy itself, so that nobody takes it for a backend's answer.
     */
    public static final String HEADER = "Psc-Proxy-Error";

    private static final Logger log = LoggerFactory.getLogger(Failures.class);
    private static final String NAMED = "named";

    private Failures() {}

    /** Body of a failure; {@code problem} and {@code facts} under {@code /v1} only. */
    private record ErrorBody(
            String code,
            String message,
            Metadata metadata,
            Optional<String> problem,
            Optional<Map<String, String>> facts) {
        /** Identifiers of the request, echoed as the contract says. */
        private record Metadata(Optional<String> nationalId, Optional<String> clientId) {
            static final Metadata NONE = new Metadata(Optional.empty(), Optional.empty());

            @Override
            public String toString() {
                return "Metadata[]";
            }
        }
    }

    /**
     * Stands in a log for an unexpected exception: its class and its stack, since its message may quote personal data.
     */
    private static final class RedactedException extends Exception {
        private static final long serialVersionUID = 1L;

        RedactedException(Throwable failure) {
            super(failure.getClass().getName());
            setStackTrace(failure.getStackTrace());
        }
    }

    public static void echo(Context ctx, Optional<String> nationalId, Optional<String> clientId) {
        ctx.attribute(NAMED, new ErrorBody.Metadata(nationalId, clientId));
    }

    /**
     * Javalin would hand over each failure of this method to it again, for ever.
     *
     * @return what the caller was told; empty where nobody is there to be answered
     */
    public static Optional<RefusedException> answer(Context ctx, Throwable thrown) {
        if (isGone(ctx)) {
            log.debug("a caller was gone before the answer");
        } else if (Futures.causeOf(thrown) instanceof CallerGoneException) {
            log.debug("{} {}: the caller left", ctx.method(), route(ctx));
            RequestBody.disconnect(ctx);
        } else if (ResponseBody.hasBegun(ctx)) {
            // Nothing can be said any more, and what was said so far must not be taken for all.
            log.warn("{} {}: a response was broken off", ctx.method(), route(ctx));
            RequestBody.disconnect(ctx);
        } else {
            return Optional.of(answerCaller(ctx, thrown));
        }
        return Optional.empty();
    }

    /** Whether the server has let go of request and response: the caller hung up, or the server stops. */
    private static boolean isGone(Context ctx) {
        try {
            ctx.statusCode();
            ctx.header("Host");
            return false;
        } catch (IllegalStateException | NullPointerException e) {
            // This is how Jetty says it.
            return true;
        }
    }

    private static RefusedException answerCaller(Context ctx, Throwable thrown) {
        var refused = refusal(ctx, Futures.causeOf(thrown));
        ctx.status(refused.status());
        ctx.header(HEADER, refused.problem().code());
        refused.retryAfter().ifPresent(wait -> ctx.header("Retry-After", String.valueOf(wait.toSeconds())));
        var isOurs = ctx.path().startsWith("/v1/");
        if (isOurs || refused.status() < 500) {
            var body = new ErrorBody(
                    String.valueOf(refused.status()),
                    message(ctx, refused),
                    Optional.<ErrorBody.Metadata>ofNullable(ctx.attribute(NAMED))
                            .orElse(ErrorBody.Metadata.NONE),
                    isOurs ? Optional.of(refused.problem().code()) : Optional.empty(),
                    Optional.of(refused.facts()).filter(facts -> isOurs && !facts.isEmpty()));
            ResponseBody.json(ctx, body);
        }
        leaveUnread(ctx);
        return refused;
    }

    /** The rest of a body must not be taken for the next request, and nobody waits for it. */
    private static void leaveUnread(Context ctx) {
        if (!RequestBody.isReadWithoutWaiting(ctx)) {
            ctx.header("Connection", "close");
            flush(ctx);
            ctx.future(() -> RequestBody.settle(ctx));
        }
    }

    /** Writes the response now. It is short: no caller can hold it up. */
    private static void flush(Context ctx) {
        try (var out = ctx.res().getOutputStream()) {
            var result = ctx.resultInputStream();
            if (result != null) {
                out.write(result.readAllBytes());
            }
            ctx.result("");
        } catch (IOException e) {
            log.debug("a refused caller left: {}", e.getClass().getName());
        }
    }

    private static String message(Context ctx, RefusedException refused) {
        return refused.detail()
                .orElseGet(() -> refused.problem().remedy(language(ctx)).title());
    }

    /** The caller's: English where neither language is asked for. */
    public static Locale language(Context ctx) {
        return Optional.ofNullable(ctx.header("Accept-Language"))
                .flatMap(Language::accepted)
                .orElse(Language.ENGLISH)
                .locale();
    }

    private static RefusedException refusal(Context ctx, Throwable failure) {
        if (failure instanceof RefusedException refused) {
            if (refused.getCause() != null) {
                log.warn(
                        "{} {}: backend failure {}: {}",
                        ctx.method(),
                        route(ctx),
                        refused.status(),
                        CallFailure.reason(refused.getCause()));
            }
            return refused;
        } else if (failure instanceof PscException known) {
            log.info("{} {}: {}", ctx.method(), route(ctx), known.getMessage());
            return known.problem() == LoginProblem.SERVER_HALF_BUSY
                    ? RefusedException.busy()
                    : RefusedException.of(status(ctx, known), known);
        } else if (failure instanceof StoreException store) {
            log.warn("{} {}: {}", ctx.method(), route(ctx), store.getMessage());
            return RefusedException.of(store.problem());
        } else if (failure instanceof CancellationException) {
            return RefusedException.of(LoginProblem.SERVER_HALF_UNREACHABLE);
        } else if (failure instanceof HttpResponseException http) {
            return RefusedException.of(http.getStatus(), LoginProblem.SERVER_HALF_ANSWER_INVALID);
        }
        log.error("{} {} failed", ctx.method(), route(ctx), new RedactedException(failure));
        return RefusedException.of(LoginProblem.SERVER_HALF_ANSWER_INVALID);
    }

    /** The problem's, but that the contract wants a 502 and a 504 of Pro Santé Connect to be told as such. */
    private static int status(Context ctx, PscException failure) {
        if ("/connect".equals(route(ctx))
                && failure.problem() == LoginProblem.PSC_UNAVAILABLE
                && failure.getCause() instanceof HttpStatusException answered
                && (answered.status() == 502 || answered.status() == 504)) {
            return answered.status();
        }
        return RefusedException.statusOf(failure.problem());
    }

    /** The route's pattern: a path as called may name a person. */
    private static String route(Context ctx) {
        return ctx.endpoint().path;
    }
}

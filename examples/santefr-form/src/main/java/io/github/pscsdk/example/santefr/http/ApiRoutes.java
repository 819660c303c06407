package io.github.pscsdk.example.santefr.http;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.http.RefusedException.Failure;
import io.github.pscsdk.example.santefr.introspection.CallerIdentification;
import io.github.pscsdk.example.santefr.web.RequestBody;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that the API answers. */
public final class ApiRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(ApiRoutes.class);
    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/-]{1,16000}=*)");
    static final int LARGEST_BODY = 128 * 1024;

    private final CallerIdentification callers;
    private final DeclarationHandlers declarations;

    /** For callers whom {@code callers} knows. */
    public ApiRoutes(CallerIdentification callers, Dossiers dossiers) {
        this.callers = callers;
        this.declarations = new DeclarationHandlers(dossiers);
    }

    void addTo(JavalinConfig config) {
        config.routes.post("/declarations", sent(declarations::receive));
        config.routes.post("/declarations/batch", sent(DeclarationBatch.MOST_BYTES, declarations::receiveAll));
        config.routes.get("/declarations", read(declarations::list));
        config.routes.get("/declarations/{number}", read(declarations::show));
        config.routes.put("/declarations/{number}", sent(declarations::correct));
        config.routes.post("/declarations/{number}/confirmation", sent(declarations::confirm));
        config.routes.post("/declarations/{number}/withdrawal", sent(declarations::withdraw));
    }

    private Handler read(Consumer<ApiRequest> action) {
        return context -> action.accept(new ApiRequest(context, caller(context), Optional.empty()));
    }

    private Handler sent(Consumer<ApiRequest> action) {
        return sent(LARGEST_BODY, action);
    }

    /** The caller is known before anything of the body is read. */
    private Handler sent(int mostBytes, Consumer<ApiRequest> action) {
        return context -> {
            var caller = caller(context);
            RequestBody.read(context, mostBytes, body -> action.accept(new ApiRequest(context, caller, body)));
        };
    }

    /** The caller of a bearer token (RFC 6750 §2.1); one that is missing or malformed is a token that nobody knows. */
    private Caller caller(Context context) {
        var token = BEARER.matcher(
                Optional.ofNullable(context.header("Authorization")).orElse(""));
        if (!token.matches()) {
            throw new RefusedException(Failure.NOT_SIGNED_IN);
        }
        try {
            return callers.identify(token.group(1)).orElseThrow(() -> new RefusedException(Failure.NOT_SIGNED_IN));
        } catch (IOException e) {
            LOG.warn("callers cannot be identified: {}", e.toString());
            throw new RefusedException(Failure.UNAVAILABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException(Failure.UNAVAILABLE);
        }
    }
}

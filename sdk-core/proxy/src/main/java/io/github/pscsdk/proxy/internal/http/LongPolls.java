package io.github.pscsdk.proxy.internal.http;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Callers who wait for news, as long as the query parameter {@code wait} says, and no longer once the proxy stops. Safe for any thread. */
public final class LongPolls {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,2}");

    private volatile boolean stopped;

    /** How long the caller waits: not at all where it does not say. */
    public static Duration wait(Context ctx, Duration longest) {
        var text = Optional.ofNullable(ctx.queryParam("wait")).orElse("0");
        if (!SECONDS.matcher(text).matches() || Integer.parseInt(text) > longest.toSeconds()) {
            throw RefusedException.malformed("wait is whole seconds, at most " + longest.toSeconds());
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }

    /** Whether the proxy stops: whoever has no news is told to ask again, which is wherever calls go by then. */
    public boolean areStopped() {
        return stopped;
    }

    /** From now on nobody waits. */
    public void stop() {
        stopped = true;
    }
}

package io.github.pscsdk.proxy.internal.http;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long a caller waits for news: the query parameter {@code wait}. */
final class LongPoll {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,2}");

    private LongPoll() {}

    /** Not at all where the caller does not say. */
    static Duration wait(Context ctx, Duration longest) {
        var text = Optional.ofNullable(ctx.queryParam("wait")).orElse("0");
        if (!SECONDS.matcher(text).matches() || Integer.parseInt(text) > longest.toSeconds()) {
            throw RefusedException.malformed("wait is whole seconds, at most " + longest.toSeconds());
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }
}

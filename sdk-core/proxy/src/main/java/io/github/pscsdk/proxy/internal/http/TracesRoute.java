package io.github.pscsdk.proxy.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.proxy.internal.json.TraceLines;
import io.github.pscsdk.proxy.internal.trace.TraceJournal;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;

/** {@code GET /traces}: for an operator, since traces hold everybody's identifiers and sessions. */
final class TracesRoute {
    // ISO 8601 offsets: Z, +01:00, +0100, +01.
    private static final DateTimeFormatter ISO_8601 = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter();

    private final TraceJournal journal;

    TracesRoute(TraceJournal journal) {
        this.journal = journal;
    }

    void traces(Context ctx) throws IOException {
        if (!CallerAuthentication.caller(ctx).operator()) {
            throw RefusedException.of(403, LoginProblem.APPLICATION_REJECTED);
        }
        var start = instant(ctx, "start").orElseThrow(() -> RefusedException.malformed("start is missing"));
        var end = instant(ctx, "end").orElseGet(journal::now);
        Replies.json(ctx, TraceLines.array(journal.between(start, end)));
    }

    private static Optional<Instant> instant(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name)).map(text -> parse(text, name));
    }

    private static Instant parse(String text, String name) {
        try {
            // A plus that the caller did not encode arrives as a space.
            return OffsetDateTime.parse(text.replace(' ', '+'), ISO_8601).toInstant();
        } catch (DateTimeException e) {
            throw RefusedException.malformed(name + " is an ISO 8601 date and time with Z or an offset");
        }
    }
}

package io.github.pscsdk.example.santefr.http;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.caller.Caller;
import io.github.pscsdk.example.declaration.json.DeclarationReader;
import io.github.pscsdk.example.declaration.json.DeclarationWriter;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Outcome;
import io.github.pscsdk.example.santefr.introspection.CallerIdentification;
import io.github.pscsdk.example.santefr.json.AnswerWriter;
import io.github.pscsdk.example.santefr.store.DeclarationStore;
import io.github.pscsdk.example.santefr.store.Submission;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the form does with declarations. */
public final class DeclarationHandlers {
    private static final Logger LOG = LoggerFactory.getLogger(DeclarationHandlers.class);
    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[ -~]{1,128}");
    private static final int LARGEST_BODY = 128 * 1024;

    private final Bearer bearer;
    private final DeclarationCheck check;
    private final DeclarationStore store;

    /** For callers whom {@code callers} knows. */
    public DeclarationHandlers(CallerIdentification callers, DeclarationCheck check, DeclarationStore store) {
        this.bearer = new Bearer(callers);
        this.check = check;
        this.store = store;
    }

    /** {@code POST /declarations}. */
    void receive(Context context) {
        var caller = bearer.identify(context.header("Authorization"));
        var key = idempotencyKey(context.header("Idempotency-Key"));
        var outcome = check.check(declaration(body(context)), caller);
        outcome.normalised()
                .ifPresentOrElse(
                        declaration -> keep(context, caller, key, declaration, outcome),
                        () -> reject(context, outcome));
    }

    /** {@code GET /declarations/{number}}. */
    void show(Context context) {
        var caller = bearer.identify(context.header("Authorization"));
        var stored = store.find(context.pathParam("number"), caller.key())
                .orElseThrow(() -> new RefusedException(Failure.NOT_FOUND));
        Answers.json(context, 200, AnswerWriter.declaration(stored));
    }

    private void keep(Context context, Caller caller, String key, Declaration declaration, Outcome outcome) {
        var content = DeclarationWriter.canonical(declaration);
        var kept = store.keep(new Submission(caller.key(), key, content, outcome.findings()));
        var number = kept.stored().receipt().number();
        switch (kept.how()) {
            case NEW -> {
                LOG.info("declaration {}: received, remarks of {}", number, rules(outcome.findings()));
                context.header("Location", "/declarations/" + number);
                Answers.json(context, 201, AnswerWriter.receipt(kept.stored()));
            }
            case REPEATED -> {
                LOG.info("declaration {}: sent again, same receipt", number);
                Answers.json(context, 200, AnswerWriter.receipt(kept.stored()));
            }
            case CONFLICT -> {
                LOG.info("declaration {}: its key came again with other content", number);
                throw new RefusedException(Failure.CONFLICT);
            }
        }
    }

    private static void reject(Context context, Outcome outcome) {
        LOG.info("a declaration was rejected, remarks of {}", rules(outcome.findings()));
        Answers.json(context, 422, AnswerWriter.findings(outcome.findings()));
    }

    private static String idempotencyKey(String header) {
        if (header == null || !IDEMPOTENCY_KEY.matcher(header).matches()) {
            throw new RefusedException(Failure.IDEMPOTENCY_KEY);
        }
        return header;
    }

    /** Javalin's own limit trusts the length that the caller tells, so it lets a chunked body through. */
    private static byte[] body(Context context) {
        try {
            var body = context.bodyInputStream().readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) {
                throw new RefusedException(Failure.TOO_LARGE);
            }
            return body;
        } catch (IOException e) {
            throw new RefusedException(Failure.MALFORMED, "the body ended early");
        }
    }

    private static Declaration declaration(byte[] body) {
        try {
            return DeclarationReader.read(body);
        } catch (MalformedJsonException e) {
            throw new RefusedException(Failure.MALFORMED, e.getMessage());
        }
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).distinct().toList();
    }
}

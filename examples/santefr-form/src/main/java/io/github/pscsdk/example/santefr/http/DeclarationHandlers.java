package io.github.pscsdk.example.santefr.http;

import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.dossier.HandOvers;
import io.github.pscsdk.example.santefr.dossier.NoSuchDossierException;
import io.github.pscsdk.example.santefr.json.AnswerWriter;
import io.github.pscsdk.example.santefr.store.HandOverResult;
import io.javalin.http.Context;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /declarations}: declarations that software hands over as they are, without a draft here. */
final class DeclarationHandlers {
    private static final Logger LOG = LoggerFactory.getLogger(DeclarationHandlers.class);
    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[ -~]{1,128}");

    private final Bearer bearer;
    private final Dossiers dossiers;
    private final HandOvers handOvers;

    DeclarationHandlers(Bearer bearer, Dossiers dossiers) {
        this.bearer = bearer;
        this.dossiers = dossiers;
        this.handOvers = dossiers.handOvers();
    }

    /** {@code POST /declarations}. */
    void receive(Context context) {
        var caller = bearer.identify(context.header("Authorization"));
        var key = idempotencyKey(context.header("Idempotency-Key"));
        var declaration = Bodies.declaration(context);
        try {
            answer(context, handOvers.take(declaration, caller, key));
        } catch (EventRefusedException e) {
            reject(context, dossiers.findings(declaration, caller));
        }
    }

    /** {@code GET /declarations/{number}}. */
    void show(Context context) {
        var caller = bearer.identify(context.header("Authorization"));
        try {
            var stored = handOvers.last(context.pathParam("number"), caller);
            context.header("ETag", "\"" + stored.receipt().hash() + "\"");
            Answers.json(context, 200, AnswerWriter.declaration(stored));
        } catch (NoSuchDossierException e) {
            throw new RefusedException(Failure.NOT_FOUND);
        }
    }

    static void answer(Context context, HandOverResult kept) {
        var number = kept.stored().receipt().number();
        switch (kept.how()) {
            case NEW -> {
                LOG.info(
                        "declaration {}: received, remarks of {}",
                        number,
                        rules(kept.stored().findings()));
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

    static void reject(Context context, List<Finding> findings) {
        LOG.info("a declaration was rejected, remarks of {}", rules(findings));
        Answers.json(context, 422, AnswerWriter.findings(findings));
    }

    static String idempotencyKey(String header) {
        if (header == null || !IDEMPOTENCY_KEY.matcher(header).matches()) {
            throw new RefusedException(Failure.IDEMPOTENCY_KEY);
        }
        return header;
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).distinct().toList();
    }
}

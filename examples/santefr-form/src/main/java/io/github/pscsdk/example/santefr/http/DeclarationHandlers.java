package io.github.pscsdk.example.santefr.http;

import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.dossier.HandOvers;
import io.github.pscsdk.example.santefr.dossier.HandOvers.ReceiptReference;
import io.github.pscsdk.example.santefr.http.RefusedException.Failure;
import io.github.pscsdk.example.santefr.json.ResponseWriter;
import io.github.pscsdk.example.santefr.store.IdempotentResult;
import io.github.pscsdk.example.santefr.store.IdempotentResult.How;
import io.github.pscsdk.example.santefr.store.StoredDossier;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /declarations}: declarations that software hands over as they are, without a draft here, and what it does with
 * them later, perhaps long after and without having looked. So {@code If-Match} takes the hash of the receipt, and
 * every request that changes something has a key, under which it is carried out once.
 */
final class DeclarationHandlers {
    private static final Logger LOG = LoggerFactory.getLogger(DeclarationHandlers.class);
    private static final Pattern HASH = Pattern.compile("\"([0-9a-f]{64})\"");

    private final Dossiers dossiers;
    private final HandOvers handOvers;

    DeclarationHandlers(Dossiers dossiers) {
        this.dossiers = dossiers;
        this.handOvers = dossiers.handOvers();
    }

    /** {@code POST /declarations}: all that keeps one from being taken is told as findings. */
    void receive(ApiRequest request) {
        var key = request.idempotencyKey();
        var declaration = request.declaration();
        try {
            var prepared = handOvers.prepare(declaration, request.caller(), key);
            respond(request, handOvers.take(List.of(prepared)).get(0));
        } catch (EventRefusedException e) {
            request.respond(422, rejected(dossiers.findings(declaration, request.caller())));
        }
    }

    /** {@code POST /declarations/batch}. */
    void receiveAll(ApiRequest request) {
        request.respondLines(new DeclarationBatch(dossiers, request.caller()).take(request.body()));
    }

    /** {@code GET /declarations}. */
    void list(ApiRequest request) {
        var all = dossiers.of(request.caller());
        request.respond(200, ResponseWriter.list(all, dossiers::asksForConfirmation));
    }

    /** {@code GET /declarations/{number}}. */
    void show(ApiRequest request) {
        request.run(() -> {
            var stored = handOvers.last(request.number(), request.caller());
            request.respondWith("ETag", "\"" + stored.receipt().hash() + "\"");
            request.respond(200, ResponseWriter.declaration(stored));
        });
    }

    /** {@code PUT /declarations/{number}}. */
    void correct(ApiRequest request) {
        var key = request.idempotencyKey();
        var reference = reference(request);
        var declaration = request.declaration();
        request.run(() -> respond(request, handOvers.correct(reference, declaration, request.caller(), key)));
    }

    /** {@code POST /declarations/{number}/confirmation}. */
    void confirm(ApiRequest request) {
        var key = request.idempotencyKey();
        var reference = reference(request);
        request.run(() -> show(request, handOvers.confirm(reference, request.caller(), key)));
    }

    /** {@code POST /declarations/{number}/withdrawal}. */
    void withdraw(ApiRequest request) {
        var key = request.idempotencyKey();
        var reason = request.withdrawal();
        request.run(() -> show(request, handOvers.withdraw(request.number(), reason, request.caller(), key)));
    }

    private void show(ApiRequest request, Optional<StoredDossier> kept) {
        var now = kept.orElseThrow(() -> new RefusedException(Failure.CONFLICT));
        request.respond(200, ResponseWriter.summary(now, dossiers.asksForConfirmation(now)));
    }

    private static ReceiptReference reference(ApiRequest request) {
        return new ReceiptReference(request.number(), request.ifMatch(HASH));
    }

    private static void respond(ApiRequest request, IdempotentResult kept) {
        if (kept.how() == How.NEW) {
            var number = kept.stored().receipt().number();
            request.respondWith("Location", "/declarations/" + number);
        }
        request.respond(status(kept), ResponseWriter.receipt(kept.stored()));
    }

    /** Of the response with the receipt. */
    static int status(IdempotentResult kept) {
        var number = kept.stored().receipt().number();
        switch (kept.how()) {
            case NEW ->
                LOG.info(
                        "declaration {}: received, remarks of {}",
                        number,
                        rules(kept.stored().findings()));
            case REPEATED -> LOG.info("declaration {}: sent again, same receipt", number);
            case CONFLICT -> {
                LOG.info("declaration {}: its key came again with other content", number);
                throw new RefusedException(Failure.CONFLICT);
            }
        }
        return kept.how() == How.NEW ? 201 : 200;
    }

    /** The findings of the rules, as they are told. */
    static byte[] rejected(List<Finding> findings) {
        LOG.info("a declaration was rejected, remarks of {}", rules(findings));
        return ResponseWriter.findings(findings);
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).distinct().toList();
    }
}

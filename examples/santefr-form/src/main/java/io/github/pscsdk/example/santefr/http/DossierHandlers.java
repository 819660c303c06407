package io.github.pscsdk.example.santefr.http;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.csv.CsvRefusedException;
import io.github.pscsdk.example.declaration.csv.CsvRefusedException.Reason;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.dossier.HandOvers;
import io.github.pscsdk.example.santefr.dossier.Imports;
import io.github.pscsdk.example.santefr.dossier.SeenRevision;
import io.github.pscsdk.example.santefr.json.DossierWriter;
import io.github.pscsdk.example.santefr.json.ImportWriter;
import io.github.pscsdk.example.santefr.json.ResponseWriter;
import io.github.pscsdk.example.santefr.store.StoredDossier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * {@code /dossiers}: the life of a declaration, a step at a time, and {@code /imports}, which begins many. Who changes a dossier
 * names in {@code If-Match} the revision that they saw, so that nobody writes over what another program wrote.
 */
final class DossierHandlers {
    private static final Pattern REVISION = Pattern.compile("\"(\\d{1,9})\"");

    private final Dossiers dossiers;
    private final HandOvers handOvers;
    private final Imports imports;

    DossierHandlers(Dossiers dossiers) {
        this.dossiers = dossiers;
        this.handOvers = dossiers.handOvers();
        this.imports = dossiers.imports();
    }

    /** {@code POST /dossiers}. */
    void create(ApiRequest request) {
        var caller = request.caller();
        request.run(() -> {
            var kept = dossiers.create(request.declaration(), caller);
            request.respondWith("Location", "/dossiers/" + kept.number());
            show(request, 201, kept, caller);
        });
    }

    /** {@code GET /dossiers}. */
    void list(ApiRequest request) {
        request.respond(200, DossierWriter.list(dossiers.of(request.caller()), dossiers::asksForConfirmation));
    }

    /** {@code GET /dossiers/{number}}. */
    void show(ApiRequest request) {
        var caller = request.caller();
        request.run(() -> show(request, 200, dossiers.find(request.number(), caller), caller));
    }

    /** {@code GET /dossiers/{number}/versions}. */
    void history(ApiRequest request) {
        var caller = request.caller();
        request.run(() -> {
            var kept = dossiers.find(request.number(), caller);
            request.respond(200, DossierWriter.history(kept.dossier()));
        });
    }

    /** {@code PUT /dossiers/{number}}. */
    void edit(ApiRequest request) {
        var caller = request.caller();
        var seen = seen(request);
        request.run(() -> show(request, 200, dossiers.edit(seen, request.declaration(), caller), caller));
    }

    /** {@code POST /dossiers/{number}/hand-over}: by sending it, the software says that the professional said yes. */
    void handOver(ApiRequest request) {
        var caller = request.caller();
        var key = request.idempotencyKey();
        var seen = seen(request);
        request.run(() -> DeclarationHandlers.respond(request, handOvers.handOver(seen, caller, key, true)));
    }

    /** {@code POST /dossiers/{number}/confirmation}. */
    void confirm(ApiRequest request) {
        var caller = request.caller();
        var seen = seen(request);
        request.run(() -> show(request, 200, dossiers.confirm(seen, caller), caller));
    }

    /** {@code POST /dossiers/{number}/withdrawal}. */
    void withdraw(ApiRequest request) {
        var caller = request.caller();
        var seen = seen(request);
        var reason = request.withdrawal();
        request.run(() -> show(request, 200, dossiers.withdraw(seen, reason, caller), caller));
    }

    /** {@code POST /imports}: a published file, row by row. */
    void importFile(ApiRequest request) {
        var file = request.file();
        if (file.isEmpty()) {
            refuse(request, new CsvRefusedException(Reason.TOO_MANY_BYTES, "too large to be read"));
            return;
        }
        try {
            var taken = imports.take(new ByteArrayInputStream(file.get()), request.caller());
            request.respond(200, ImportWriter.report(taken));
        } catch (CsvRefusedException e) {
            refuse(request, e);
        } catch (EventRefusedException e) {
            request.respond(403, ResponseWriter.error(e.refusal().code(), e.french(), e.english(), ""));
        } catch (IOException e) {
            throw new IllegalStateException("the file is in memory", e);
        }
    }

    private static void refuse(ApiRequest request, CsvRefusedException refused) {
        var error = ResponseWriter.error(refused.reason().code(), refused.french(), refused.english(), "");
        request.respond(refused.reason().isTooMuch() ? 413 : 422, error);
    }

    private void show(ApiRequest request, int status, StoredDossier kept, Caller caller) {
        var findings = dossiers.findings(kept.dossier().latest().content(), caller);
        request.respondWith("ETag", "\"" + kept.revision() + "\"");
        request.respond(status, DossierWriter.dossier(kept, dossiers.asksForConfirmation(kept), findings));
    }

    private static SeenRevision seen(ApiRequest request) {
        var revision = request.ifMatch(REVISION);
        return new SeenRevision(request.number(), Integer.parseInt(revision));
    }
}

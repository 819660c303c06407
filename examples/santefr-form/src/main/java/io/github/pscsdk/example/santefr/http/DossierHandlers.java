package io.github.pscsdk.example.santefr.http;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.dossier.HandOvers;
import io.github.pscsdk.example.santefr.dossier.SeenRevision;
import io.github.pscsdk.example.santefr.json.DossierWriter;
import io.github.pscsdk.example.santefr.store.StoredDossier;
import io.javalin.http.Context;
import java.util.regex.Pattern;

/**
 * {@code /dossiers}: the life of a declaration, a step at a time. Who changes a dossier names in {@code If-Match} the revision
 * that they saw (RFC 9110 §13.1.1), so that nobody writes over what another program wrote.
 */
final class DossierHandlers {
    private static final Pattern REVISION = Pattern.compile("\"(\\d{1,9})\"");

    private final Bearer bearer;
    private final Dossiers dossiers;
    private final HandOvers handOvers;

    DossierHandlers(Bearer bearer, Dossiers dossiers) {
        this.bearer = bearer;
        this.dossiers = dossiers;
        this.handOvers = dossiers.handOvers();
    }

    /** {@code POST /dossiers}. */
    void create(Context context) {
        var caller = caller(context);
        DossierCall.run(context, () -> {
            var kept = dossiers.create(Bodies.declaration(context), caller);
            context.header("Location", "/dossiers/" + kept.number());
            show(context, 201, kept, caller);
        });
    }

    /** {@code GET /dossiers}. */
    void list(Context context) {
        Answers.json(context, 200, DossierWriter.list(dossiers.of(caller(context)), dossiers::asksForConfirmation));
    }

    /** {@code GET /dossiers/{number}}. */
    void show(Context context) {
        var caller = caller(context);
        DossierCall.run(context, () -> show(context, 200, dossiers.find(number(context), caller), caller));
    }

    /** {@code GET /dossiers/{number}/versions}. */
    void history(Context context) {
        var caller = caller(context);
        DossierCall.run(
                context,
                () -> Answers.json(
                        context,
                        200,
                        DossierWriter.history(
                                dossiers.find(number(context), caller).dossier())));
    }

    /** {@code PUT /dossiers/{number}}. */
    void edit(Context context) {
        var caller = caller(context);
        var seen = seen(context);
        DossierCall.run(
                context, () -> show(context, 200, dossiers.edit(seen, Bodies.declaration(context), caller), caller));
    }

    /** {@code POST /dossiers/{number}/hand-over}: by sending it, the software says that the professional said yes. */
    void handOver(Context context) {
        var caller = caller(context);
        var key = DeclarationHandlers.idempotencyKey(context.header("Idempotency-Key"));
        var seen = seen(context);
        DossierCall.run(
                context, () -> DeclarationHandlers.answer(context, handOvers.handOver(seen, caller, key, true)));
    }

    /** {@code POST /dossiers/{number}/confirmation}. */
    void confirm(Context context) {
        var caller = caller(context);
        var seen = seen(context);
        DossierCall.run(context, () -> show(context, 200, dossiers.confirm(seen, caller), caller));
    }

    /** {@code POST /dossiers/{number}/withdrawal}. */
    void withdraw(Context context) {
        var caller = caller(context);
        var seen = seen(context);
        var reason = Bodies.withdrawal(context);
        DossierCall.run(context, () -> show(context, 200, dossiers.withdraw(seen, reason, caller), caller));
    }

    private void show(Context context, int status, StoredDossier kept, Caller caller) {
        var findings = dossiers.findings(kept.dossier().latest().content(), caller);
        context.header("ETag", "\"" + kept.revision() + "\"");
        Answers.json(context, status, DossierWriter.dossier(kept, dossiers.asksForConfirmation(kept), findings));
    }

    private Caller caller(Context context) {
        return bearer.identify(context.header("Authorization"));
    }

    private static String number(Context context) {
        return context.pathParam("number");
    }

    private static SeenRevision seen(Context context) {
        var header = context.header("If-Match");
        var revision = REVISION.matcher(header == null ? "" : header);
        if (!revision.matches()) {
            throw new RefusedException(Failure.REVISION);
        }
        return new SeenRevision(number(context), Integer.parseInt(revision.group(1)));
    }
}

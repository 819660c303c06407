package io.github.pscsdk.example.santefr.http;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.santefr.dossier.DossierActions;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.dossier.HandOvers;
import io.github.pscsdk.example.santefr.dossier.ReceiptReference;
import io.github.pscsdk.example.santefr.json.DossierWriter;
import io.github.pscsdk.example.santefr.store.StoredDossier;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code /declarations/{number}}: what software does with a declaration whose receipt it holds, perhaps long after and without
 * having looked. So {@code If-Match} takes the hash of the receipt, and every request has a key, under which it is carried out once.
 */
final class ReceiptHandlers {
    private static final Pattern HASH = Pattern.compile("\"([0-9a-f]{64})\"");

    private final Bearer bearer;
    private final Dossiers dossiers;
    private final HandOvers handOvers;
    private final DossierActions actions;

    ReceiptHandlers(Bearer bearer, Dossiers dossiers) {
        this.bearer = bearer;
        this.dossiers = dossiers;
        this.handOvers = dossiers.handOvers();
        this.actions = dossiers.actions();
    }

    /** {@code PUT /declarations/{number}}. */
    void correct(Context context) {
        var caller = caller(context);
        var key = key(context);
        var reference = reference(context);
        var declaration = Bodies.declaration(context);
        DossierCall.run(
                context,
                () -> DeclarationHandlers.answer(context, handOvers.correct(reference, declaration, caller, key)));
    }

    /** {@code POST /declarations/{number}/confirmation}. */
    void confirm(Context context) {
        var caller = caller(context);
        var key = key(context);
        var reference = reference(context);
        DossierCall.run(context, () -> show(context, actions.confirm(reference, caller, key)));
    }

    /** {@code POST /declarations/{number}/withdrawal}. */
    void withdraw(Context context) {
        var caller = caller(context);
        var key = key(context);
        var reason = Bodies.withdrawal(context);
        DossierCall.run(context, () -> show(context, actions.withdraw(number(context), reason, caller, key)));
    }

    private void show(Context context, Optional<StoredDossier> kept) {
        var now = kept.orElseThrow(() -> new RefusedException(Failure.CONFLICT));
        Answers.json(context, 200, DossierWriter.summary(now, dossiers.asksForConfirmation(now)));
    }

    private Caller caller(Context context) {
        return bearer.identify(context.header("Authorization"));
    }

    private static String key(Context context) {
        return DeclarationHandlers.idempotencyKey(context.header("Idempotency-Key"));
    }

    private static String number(Context context) {
        return context.pathParam("number");
    }

    private static ReceiptReference reference(Context context) {
        var header = context.header("If-Match");
        var hash = HASH.matcher(header == null ? "" : header);
        if (!hash.matches()) {
            throw new RefusedException(Failure.REVISION);
        }
        return new ReceiptReference(number(context), hash.group(1));
    }
}

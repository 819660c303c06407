package io.github.pscsdk.plugin.cps.internal.login;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.api.NationalIdQuestion;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.plugin.cps.internal.card.CpsCard;
import java.util.Optional;

/** Whose card it is: the card says so, or the request, or it was said before, or the person is asked. */
final class HolderQuestion {
    private final LoginRequest request;
    private final KnownHolders known;
    private boolean asked;

    HolderQuestion(LoginRequest request, KnownHolders known) {
        this.request = request;
        this.known = known;
    }

    /**
     * Whom to ask for.
     *
     * @param nationalId the identifier
     * @param onSuccess what to do once a login proved it right
     */
    record Identity(NationalId nationalId, Runnable onSuccess) {
        static Identity certain(NationalId nationalId) {
            return new Identity(nationalId, () -> {});
        }

        void confirm() {
            onSuccess.run();
        }

        /** Nobody. */
        @Override
        public String toString() {
            return "Identity[…]";
        }
    }

    Identity of(CpsCard card) throws PscException, InterruptedException {
        asked = false;
        var told = card.nationalId().or(request::nationalId);
        if (told.isPresent()) {
            return Identity.certain(told.get());
        }
        var key = CardKey.of(card.serial());
        var before = known.of(key);
        return before.isPresent() ? Identity.certain(before.get()) : asked(key);
    }

    private Identity asked(String card) throws PscException, InterruptedException {
        asked = true;
        var answer = request.dialog()
                .nationalId(new NationalIdQuestion(Optional.of(card)))
                .orElseThrow(() -> new PscException(
                        LoginProblem.NATIONAL_ID_MISSING, "the card does not say whose it is, and nobody answered"));
        var holder = answer.nationalId();
        return new Identity(holder, answer.remember() ? () -> known.remember(card, holder) : () -> {});
    }

    /** Whether the last answer was a person's. */
    boolean wasAsked() {
        return asked;
    }
}

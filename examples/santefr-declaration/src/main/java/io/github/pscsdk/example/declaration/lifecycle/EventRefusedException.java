package io.github.pscsdk.example.declaration.lifecycle;

import io.github.pscsdk.example.declaration.Bilingual;
import io.github.pscsdk.example.declaration.rules.Eligibility.Rights;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.text.Spelling;
import java.util.List;
import java.util.Optional;

/** An event was refused; the dossier is as it was. The message names the reason, never a value. */
public final class EventRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final transient Optional<Bilingual> lacking;
    private final transient List<Finding> findings;

    private EventRefusedException(Refusal refusal, Optional<Bilingual> lacking, List<Finding> findings) {
        super(refusal.code());
        this.refusal = refusal;
        this.lacking = lacking;
        this.findings = List.copyOf(findings);
    }

    static EventRefusedException of(Refusal refusal) {
        return new EventRefusedException(refusal, Optional.empty(), List.of());
    }

    static EventRefusedException notEligible(Rights rights) {
        return new EventRefusedException(Refusal.NOT_ELIGIBLE, rights.refusal(), List.of());
    }

    static EventRefusedException errors(List<Finding> findings) {
        return new EventRefusedException(Refusal.HAS_ERRORS, Optional.empty(), findings);
    }

    public Refusal refusal() {
        return refusal;
    }

    public List<Finding> findings() {
        return findings;
    }

    public Bilingual text() {
        return lacking.orElseGet(refusal::text);
    }

    public enum Refusal {
        NOT_ELIGIBLE,
        SOMEBODY_ELSES,
        WRONG_STATE,
        WITHDRAWN,
        HAS_ERRORS,
        /** Another place asks for a declaration of its own. */
        OTHER_PLACE,
        /** A dossier that has closed cannot be confirmed. */
        CLOSED_ALREADY;

        public String code() {
            return Spelling.of(this);
        }

        public Bilingual text() {
            return Bilingual.beside(Refusal.class, "refusals", code());
        }
    }
}

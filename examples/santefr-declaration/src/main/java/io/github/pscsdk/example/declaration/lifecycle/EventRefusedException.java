package io.github.pscsdk.example.declaration.lifecycle;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.rules.Eligibility.Rights;
import io.github.pscsdk.example.declaration.rules.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An event was refused; the dossier is as it was. The message names the reason, never a value. */
public final class EventRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final transient Optional<Rights.Refusal> lacking;
    private final transient List<Finding> findings;

    private EventRefusedException(Refusal refusal, Optional<Rights.Refusal> lacking, List<Finding> findings) {
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

    public String french() {
        return lacking.map(Rights.Refusal::french).orElseGet(refusal::french);
    }

    public String english() {
        return lacking.map(Rights.Refusal::english).orElseGet(refusal::english);
    }

    public enum Refusal {
        NOT_ELIGIBLE,
        SOMEBODY_ELSES,
        WRONG_STATE,
        WITHDRAWN,
        HAS_ERRORS,
        NOT_CONFIRMED,
        /** Another place asks for a declaration of its own. */
        OTHER_PLACE,
        /** What has closed cannot be confirmed. */
        CLOSED_ALREADY;

        private static final Texts FRENCH = Texts.beside(Refusal.class, "refusals", Language.FRENCH);
        private static final Texts ENGLISH = Texts.beside(Refusal.class, "refusals", Language.ENGLISH);

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public String french() {
            return FRENCH.get(code());
        }

        public String english() {
            return ENGLISH.get(code());
        }
    }
}

package io.github.pscsdk.example.declaration.lifecycle;

import io.github.pscsdk.example.declaration.LocalizedText;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.text.KebabCase;
import java.util.List;

/** An event was refused; the dossier is as it was. The message names the reason, never a value. */
public final class EventRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final transient LocalizedText text;
    private final transient List<Finding> findings;

    EventRefusedException(Refusal refusal) {
        this(refusal, refusal.text(), List.of());
    }

    EventRefusedException(Refusal refusal, LocalizedText text, List<Finding> findings) {
        super(refusal.code());
        this.refusal = refusal;
        this.text = text;
        this.findings = List.copyOf(findings);
    }

    public Refusal refusal() {
        return refusal;
    }

    public List<Finding> findings() {
        return findings;
    }

    public LocalizedText text() {
        return text;
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
            return KebabCase.of(this);
        }

        public LocalizedText text() {
            return LocalizedText.beside(Refusal.class, "refusals", code());
        }
    }
}

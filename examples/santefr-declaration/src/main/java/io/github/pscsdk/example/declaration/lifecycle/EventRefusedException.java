package io.github.pscsdk.example.declaration.lifecycle;

import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Rights;
import java.util.List;
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

    /** Why. */
    public Refusal refusal() {
        return refusal;
    }

    /** What the rules found, where that is why. */
    public List<Finding> findings() {
        return findings;
    }

    /** What to do, in French. */
    public String french() {
        return lacking.map(Rights.Refusal::french).orElseGet(refusal::french);
    }

    /** The same in English. */
    public String english() {
        return lacking.map(Rights.Refusal::english).orElseGet(refusal::english);
    }
}

package io.github.pscsdk.example.declaration.lifecycle;

/** How far a version has come. */
public enum State {
    /** Being written. */
    DRAFT("brouillon"),
    /** Without error, in canonical spelling. */
    VALIDATED("validé"),
    /** Handed over: what the public sees. */
    HANDED_OVER("transmis"),
    /** Still shown, but nobody confirmed it for long, or its closing date has passed. */
    TO_CHECK("à vérifier"),
    /** Withdrawn: closed and hidden. An end. */
    WITHDRAWN("retiré");

    private final String french;

    State(String french) {
        this.french = french;
    }

    /** As the form calls it. */
    public String french() {
        return french;
    }
}

package io.github.pscsdk.example.declaration.lifecycle;

/** How far a version has come. */
public enum State {
    /** Being written. */
    DRAFT("brouillon", "draft"),
    /** Without error, in canonical spelling. */
    VALIDATED("validé", "validated"),
    /** Handed over: what the public sees. */
    HANDED_OVER("transmis", "handed over"),
    /** Still shown, but nobody confirmed it for long, or its closing date has passed. */
    TO_CHECK("à vérifier", "to be checked"),
    /** Withdrawn: closed and hidden. An end. */
    WITHDRAWN("retiré", "withdrawn");

    private final String french;
    private final String english;

    State(String french, String english) {
        this.french = french;
        this.english = english;
    }

    /** As the form calls it. */
    public String french() {
        return french;
    }

    /** The same in English. */
    public String english() {
        return english;
    }
}

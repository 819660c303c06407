package io.github.pscsdk.example.declaration.lifecycle;

import io.github.pscsdk.example.declaration.text.TextTable;
import java.util.Locale;

/** Why an event is not possible. */
public enum Refusal {
    /** The professional may declare nothing. */
    NOT_ELIGIBLE,
    /** The dossier is another professional's. */
    SOMEBODY_ELSES,
    /** The event does not fit the state. */
    WRONG_STATE,
    /** The dossier is withdrawn, which is an end. */
    WITHDRAWN,
    /** A rule found an error. */
    HAS_ERRORS,
    /** The professional did not say yes. */
    NOT_CONFIRMED,
    /** Another place asks for a declaration of its own. */
    OTHER_PLACE,
    /** What has closed cannot be confirmed. */
    CLOSED_ALREADY;

    private static final TextTable FRENCH = TextTable.of(Refusal.class, "refusals", "fr");
    private static final TextTable ENGLISH = TextTable.of(Refusal.class, "refusals", "en");

    /** Such as {@code somebody-elses}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What to do, in French. */
    public String french() {
        return FRENCH.text(code());
    }

    /** The same in English. */
    public String english() {
        return ENGLISH.text(code());
    }
}

package io.github.pscsdk.example.declaration.lifecycle;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
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

    private static final Texts FRENCH = Texts.beside(Refusal.class, "refusals", Language.FRENCH);
    private static final Texts ENGLISH = Texts.beside(Refusal.class, "refusals", Language.ENGLISH);

    /** Such as {@code somebody-elses}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What to do, in French. */
    public String french() {
        return FRENCH.get(code());
    }

    /** The same in English. */
    public String english() {
        return ENGLISH.get(code());
    }
}

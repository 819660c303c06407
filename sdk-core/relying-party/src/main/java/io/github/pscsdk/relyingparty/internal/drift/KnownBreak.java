package io.github.pscsdk.relyingparty.internal.drift;

import java.util.Locale;
import java.util.Objects;

/**
 * A change that Pro Santé Connect made before, or a known mistake, which a difference looks like.
 *
 * @param id stable, such as {@code sandbox-hosts}
 * @param when the date or the span, such as {@code 2022-07/2022-10}
 */
public record KnownBreak(String id, String when, Text french, Text english) {
    public KnownBreak {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(french, "french");
        Objects.requireNonNull(english, "english");
    }

    /** In one language: a sentence, and a sentence or two on what to do. */
    public record Text(String name, String advice) {
        public Text {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(advice, "advice");
        }
    }

    /** French where {@code locale} asks for French, English otherwise. */
    public Text text(Locale locale) {
        return locale.getLanguage().equals(Locale.FRENCH.getLanguage()) ? french : english;
    }
}

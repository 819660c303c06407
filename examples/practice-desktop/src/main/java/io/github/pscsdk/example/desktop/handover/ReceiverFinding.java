package io.github.pscsdk.example.desktop.handover;

import io.github.pscsdk.diagnostic.Language;
import java.util.Objects;

/**
 * What the receiver remarked.
 *
 * @param field where, such as {@code offers[0].phone}
 * @param rejecting whether the declaration is rejected for it
 * @param french what to do
 * @param english the same
 */
public record ReceiverFinding(String field, boolean rejecting, String french, String english) {
    public ReceiverFinding {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(french, "french");
        Objects.requireNonNull(english, "english");
    }

    /** In the person's language. */
    public String in(Language language) {
        return language == Language.FRENCH ? french : english;
    }

    /** Without the texts, which may repeat a value. */
    @Override
    public String toString() {
        return "Remark[" + field + "]";
    }
}

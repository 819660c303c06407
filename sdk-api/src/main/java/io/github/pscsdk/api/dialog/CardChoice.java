package io.github.pscsdk.api.dialog;

import io.github.pscsdk.diagnostic.BilingualLine;
import java.util.Optional;

/**
 * One of several cards or other devices, with what a person needs to choose it.
 *
 * @param reader the reader's name in the operating system, or the name of the device; as {@link BilingualLine} takes it
 * @param holder the holder's names, given names first; empty if the card does not say without its code
 */
public record CardChoice(String reader, Optional<String> holder) {
    /** Refuses names that no {@link BilingualLine} can be. */
    public CardChoice {
        BilingualLine.of(reader);
        holder.ifPresent(BilingualLine::of);
    }

    /** A card of which only the name of the reader or of the device is known. */
    public static CardChoice of(String reader) {
        return new CardChoice(reader, Optional.empty());
    }

    /** A copy with the holder's names, given names first. */
    public CardChoice withHolder(String names) {
        return new CardChoice(reader, Optional.of(names));
    }

    /** Leaves the holder out, which is personal data. */
    @Override
    public String toString() {
        return "CardChoice[" + reader + "]";
    }
}

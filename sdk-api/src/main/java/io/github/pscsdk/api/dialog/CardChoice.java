package io.github.pscsdk.api.dialog;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.ShortText;
import java.util.Objects;
import java.util.Optional;

/** One of several cards or other devices, with what a person needs to choose it. Immutable. */
public final class CardChoice {
    private final String reader;
    private final Optional<String> holder;

    private CardChoice(String reader, Optional<String> holder) {
        this.reader = reader;
        this.holder = holder;
    }

    /** A card of which only the name of the reader or of the device is known; a {@link ShortText}. */
    public static CardChoice of(String reader) {
        return new CardChoice(ShortText.of(reader).in(Language.FRENCH), Optional.empty());
    }

    /** A copy with the holder's names, given names first; as {@link ShortText} takes them. */
    public CardChoice withHolder(String names) {
        return new CardChoice(reader, Optional.of(ShortText.of(names).in(Language.FRENCH)));
    }

    /** The reader's name in the operating system, or the name of the device. */
    public String reader() {
        return reader;
    }

    /** The holder's names, given names first; empty if the card does not say without its code. */
    public Optional<String> holder() {
        return holder;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CardChoice choice && reader.equals(choice.reader) && holder.equals(choice.holder);
    }

    @Override
    public int hashCode() {
        return Objects.hash(reader, holder);
    }

    /** Leaves the holder out, which is personal data. */
    @Override
    public String toString() {
        return "CardChoice[" + reader + "]";
    }
}

package io.github.pscsdk.example.console.declaration;

import java.util.List;

/**
 * What one professional declares for one place. An empty text is an absent value.
 *
 * @param professional who declares
 * @param place where
 * @param offers what is offered there
 * @param opensOn first day of the offer
 * @param closesOn last day of the offer
 * @param hidden {@code t} keeps the place off public display
 * @param source which row it comes from
 */
public record Declaration(
        Declarant professional,
        Place place,
        List<Offer> offers,
        String opensOn,
        String closesOn,
        String hidden,
        Source source) {
    /** Copies. */
    public Declaration {
        offers = List.copyOf(offers);
    }

    /** The row only. */
    @Override
    public String toString() {
        return "Declaration[" + source + "]";
    }
}

package io.github.pscsdk.example.declaration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The public offer of one professional at one place; no declarant and no place stand for ones of which nothing is
 * known.
 *
 * @param offers what is done there; appointment mode, hours and telephone are each offer's own, since one value per
 *     place proved too coarse
 * @param hidden {@code t} keeps the place off public display, {@code f} or nothing shows it
 * @param source where the declaration was copied from
 */
public record Declaration(
        Declarant professional,
        Place place,
        @JsonInclude List<Offer> offers,
        Optional<String> opensOn,
        Optional<String> closesOn,
        Optional<String> hidden,
        Optional<Source> source) {
    public Declaration {
        professional = Objects.requireNonNullElse(professional, Declarant.NONE);
        place = Objects.requireNonNullElse(place, Place.NONE);
        offers = List.copyOf(offers);
    }

    /** Whether it is kept off public display. */
    public boolean isHidden() {
        return hidden.filter(value -> !value.equals("f")).isPresent();
    }

    public Declaration with(List<Offer> others) {
        return new Declaration(professional, place, others, opensOn, closesOn, hidden, source);
    }

    public Declaration without(int index) {
        var changed = new ArrayList<>(offers);
        changed.remove(index);
        return with(changed);
    }

    @Override
    public String toString() {
        return "Declaration[" + offers.size() + " offers]";
    }

    /**
     * The professional who declares.
     *
     * @param nationalId {@code 8} and the RPPS number, or {@code 0} and the ADELI number
     * @param rpps the 11-digit number, without the prefix
     * @param email where the form may write to; never public
     */
    public record Declarant(Optional<String> nationalId, Optional<String> rpps, Optional<String> email) {
        static final Declarant NONE = new Declarant(Optional.empty(), Optional.empty(), Optional.empty());

        @Override
        public String toString() {
            return "Declarant[…]";
        }
    }

    /**
     * Where a declaration was copied from.
     *
     * @param system a published file, such as {@code centres-vaccination}
     * @param id the row's key there
     */
    public record Source(Optional<String> system, Optional<String> id) {}
}

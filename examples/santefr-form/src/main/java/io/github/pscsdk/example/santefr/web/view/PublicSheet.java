package io.github.pscsdk.example.santefr.web.view;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Place;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A declaration as the public sees it.
 *
 * @param name of the place
 * @param address its lines
 * @param accessibility for disabled people
 * @param opensOn first day
 * @param closesOn last day
 * @param hidden whether it is kept off public display
 * @param offers what is done there
 */
public record PublicSheet(
        Optional<String> name,
        List<String> address,
        Optional<String> accessibility,
        Optional<String> opensOn,
        Optional<String> closesOn,
        boolean hidden,
        List<OfferSheet> offers) {
    public PublicSheet {
        Objects.requireNonNull(name, "name");
        address = List.copyOf(address);
        offers = List.copyOf(offers);
    }

    /** In the reader's language. */
    public static PublicSheet of(Declaration declaration, Language language) {
        return new PublicSheet(
                declaration.place().name(),
                address(declaration.place()),
                declaration.place().accessibility(),
                declaration.opensOn().map(day -> DateFormats.ofDay(day, language)),
                declaration.closesOn().map(day -> DateFormats.ofDay(day, language)),
                declaration.hidden().filter(value -> !value.equals("f")).isPresent(),
                declaration.offers().stream()
                        .map(offer -> OfferSheet.of(offer, language))
                        .toList());
    }

    private static List<String> address(Place place) {
        var address = place.address();
        return Stream.of(
                        joined(address.streetNumber(), address.street()),
                        address.complement().orElse(""),
                        joined(address.postcode(), address.town()))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String joined(Optional<String> first, Optional<String> second) {
        return Stream.of(first, second).flatMap(Optional::stream).collect(Collectors.joining(" "));
    }

    /** How many offers. */
    @Override
    public String toString() {
        return "PublicSheet[" + offers.size() + " offers]";
    }
}

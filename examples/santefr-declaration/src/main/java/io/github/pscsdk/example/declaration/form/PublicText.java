package io.github.pscsdk.example.declaration.form;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A declaration in the words that the public will read. */
public record PublicText(Optional<String> name, List<String> address, List<OfferText> offers) {
    public record OfferText(List<String> sentences, List<String> missing) {
        @Override
        public String toString() {
            return "OfferText[…]";
        }
    }

    public static PublicText of(Declaration declaration, Language language) {
        return new PublicText(
                declaration.place().name(),
                address(declaration.place()),
                declaration.offers().stream()
                        .map(offer -> text(offer, language))
                        .toList());
    }

    private static List<String> address(Place place) {
        return Stream.of(
                        joined(place.streetNumber(), place.street()),
                        place.complement().orElse(""),
                        joined(place.postcode(), place.town()))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String joined(Optional<String> first, Optional<String> second) {
        return Stream.of(first, second).flatMap(Optional::stream).collect(Collectors.joining(" "));
    }

    private static OfferText text(Offer offer, Language language) {
        var texts = FormStep.texts(language);
        var hours = new HoursSentence(offer.hours(), language);
        var sentences = new ArrayList<String>();
        sentences.add(what(offer, language));
        sentences.addAll(hours.sentences());
        offer.hoursText().ifPresent(text -> sentences.add(texts.get("sentence.hours-text", text)));
        offer.phone().ifPresent(phone -> sentences.add(texts.get("sentence.phone", FormField.inPairs(phone))));
        offer.website().ifPresent(site -> sentences.add(texts.get("sentence.website", site)));
        offer.details().ifPresent(sentences::add);
        var missing = offer.hoursText().isPresent() ? List.<String>of() : hours.missing();
        return new OfferText(List.copyOf(sentences), missing);
    }

    private static String what(Offer offer, Language language) {
        var texts = FormStep.texts(language);
        var field = "value.offers." + (offer.isTesting() ? "tests" : "products") + ".";
        var what = (offer.isTesting() ? offer.tests() : offer.products())
                .stream()
                        .map(value -> texts.find(field + value.toLowerCase(Locale.ROOT))
                                .orElse(value))
                        .collect(Collectors.joining(", "));
        var name = texts.get("sentence." + offer.shownKind().text());
        var appointment = offer.appointment()
                .flatMap(value -> texts.find("sentence.appointment." + value))
                .map(words -> ", " + words)
                .orElse("");
        return what.isEmpty() ? name + appointment + "." : texts.get("sentence.what", name, what) + appointment + ".";
    }

    @Override
    public String toString() {
        return "PublicText[" + offers.size() + " offers]";
    }
}

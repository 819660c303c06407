package io.github.pscsdk.example.santefr.web.view;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.OfferKind;
import java.net.URI;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An offer as the public sees it.
 *
 * @param title the key of what it is
 * @param facts what is said of it, in words
 * @param week the open days
 * @param website where to book, if it can be followed
 * @param details the public note
 */
public record OfferSheet(
        String title, List<Fact> facts, List<Fact> week, Optional<String> website, Optional<String> details) {
    public OfferSheet {
        facts = List.copyOf(facts);
        week = List.copyOf(week);
    }

    /**
     * One thing that is said.
     *
     * @param name of what
     * @param text in words
     */
    public record Fact(String name, String text) {
        @Override
        public String toString() {
            return "Fact[" + name + "]";
        }
    }

    static OfferSheet of(Offer offer, Language language) {
        var isTesting = offer.kind().filter(OfferKind.TESTING.text()::equals).isPresent();
        return new OfferSheet(
                "offer." + (isTesting ? "testing" : "vaccination"),
                facts(offer, Frame.texts(language)),
                week(offer, language),
                offer.access().website().filter(OfferSheet::canBeFollowed),
                offer.access().details());
    }

    private static List<Fact> facts(Offer offer, Texts texts) {
        var facts = new ArrayList<Fact>();
        add(facts, "tests", offer.tests(), texts);
        add(facts, "disease", offer.disease().stream().toList(), texts);
        add(facts, "products", offer.products(), texts);
        add(facts, "modes", offer.setting().modes(), texts);
        add(facts, "audience", offer.audience().accepted(), texts);
        yes(facts, "professionalsOnly", offer.audience().professionalsOnly(), texts);
        yes(facts, "supervisedSelfTest", offer.setting().supervisedSelfTest(), texts);
        yes(facts, "consultation", offer.setting().consultation(), texts);
        add(facts, "appointment", offer.access().appointment().stream().toList(), texts);
        add(
                facts,
                "phone",
                offer.access().phone().stream().map(OfferSheet::spoken).toList(),
                texts);
        add(
                facts,
                "secondPhone",
                offer.access().secondPhone().stream().map(OfferSheet::spoken).toList(),
                texts);
        yes(facts, "voiceServer", offer.access().voiceServer(), texts);
        add(facts, "priorityHours", offer.audience().priorityHours().stream().toList(), texts);
        add(facts, "hoursText", offer.hoursText().stream().toList(), texts);
        return facts;
    }

    private static void add(List<Fact> facts, String field, List<String> values, Texts texts) {
        if (!values.isEmpty()) {
            var words = values.stream()
                    .map(value ->
                            texts.find("value.offers." + field + "." + value).orElse(value))
                    .toList();
            facts.add(new Fact(texts.get("field.offers." + field), String.join(", ", words)));
        }
    }

    private static void yes(List<Fact> facts, String field, Optional<String> flag, Texts texts) {
        if (flag.filter("t"::equals).isPresent()) {
            facts.add(new Fact(texts.get("field.offers." + field), texts.get("yes")));
        }
    }

    private static List<Fact> week(Offer offer, Language language) {
        return offer.hours().entrySet().stream()
                .map(day -> new Fact(day.getKey().getDisplayName(TextStyle.FULL, language.locale()), day.getValue()))
                .toList();
    }

    /** As French people write a number: in pairs. */
    private static String spoken(String phone) {
        return phone.matches("\\+33\\d{9}")
                ? ("0" + phone.substring(3)).replaceAll("(\\d{2})(?=\\d)", "$1\u00A0")
                : phone;
    }

    private static boolean canBeFollowed(String website) {
        try {
            var scheme = URI.create(website).getScheme();
            return "https".equals(scheme) || "http".equals(scheme);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

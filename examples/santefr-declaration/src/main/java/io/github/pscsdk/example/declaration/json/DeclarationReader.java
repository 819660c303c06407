package io.github.pscsdk.example.declaration.json;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Declaration.Declarant;
import io.github.pscsdk.example.declaration.Declaration.Source;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.Offer.Access;
import io.github.pscsdk.example.declaration.Offer.Audience;
import io.github.pscsdk.example.declaration.Offer.Setting;
import io.github.pscsdk.example.declaration.Place;
import io.github.pscsdk.example.declaration.Place.Address;
import io.github.pscsdk.example.declaration.Place.Position;
import io.github.pscsdk.example.declaration.Place.SiteNumbers;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a declaration. Every value is a text, since it is the raw text of a source; a missing member and an empty text
 * both mean that nothing is given.
 */
public final class DeclarationReader {
    private static final Set<String> DOCUMENT =
            Set.of("professional", "place", "offers", "opensOn", "closesOn", "hidden", "source");
    private static final Set<String> PROFESSIONAL = Set.of("nationalId", "rpps", "email");
    private static final Set<String> PLACE = Set.of(
            "name",
            "streetNumber",
            "street",
            "complement",
            "postcode",
            "inseeCode",
            "town",
            "banId",
            "latitude",
            "longitude",
            "precision",
            "finess",
            "legalFiness",
            "siren",
            "siret",
            "accessibility");
    private static final Set<String> OFFER = Set.of(
            "kind",
            "disease",
            "products",
            "tests",
            "modes",
            "supervisedSelfTest",
            "consultation",
            "audience",
            "professionalsOnly",
            "priorityHours",
            "appointment",
            "phone",
            "secondPhone",
            "website",
            "voiceServer",
            "details",
            "hours",
            "hoursText");
    private static final Set<String> SOURCE = Set.of("system", "id");
    private static final Set<String> HOURS =
            Arrays.stream(DayOfWeek.values()).map(DeclarationReader::name).collect(Collectors.toSet());

    private DeclarationReader() {}

    /**
     * Reads one declaration.
     *
     * @throws MalformedJsonException if it is not JSON, has a wrong type or an unknown member
     */
    public static Declaration read(byte[] body) throws MalformedJsonException {
        var document = JsonObject.read(body, DOCUMENT);
        return new Declaration(
                declarant(document.object("professional", PROFESSIONAL)),
                place(document.object("place", PLACE)),
                offers(document.objects("offers", OFFER)),
                document.text("opensOn"),
                document.text("closesOn"),
                document.text("hidden"),
                document.has("source") ? Optional.of(source(document.object("source", SOURCE))) : Optional.empty());
    }

    /** The member that holds the hours of a day. */
    static String name(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    private static Declarant declarant(JsonObject json) throws MalformedJsonException {
        return new Declarant(json.text("nationalId"), json.text("rpps"), json.text("email"));
    }

    private static Place place(JsonObject json) throws MalformedJsonException {
        return new Place(
                json.text("name"),
                new Address(
                        json.text("streetNumber"),
                        json.text("street"),
                        json.text("complement"),
                        json.text("postcode"),
                        json.text("inseeCode"),
                        json.text("town"),
                        json.text("banId")),
                new Position(json.text("latitude"), json.text("longitude"), json.text("precision")),
                new SiteNumbers(json.text("finess"), json.text("legalFiness"), json.text("siren"), json.text("siret")),
                json.text("accessibility"));
    }

    private static List<Offer> offers(List<JsonObject> json) throws MalformedJsonException {
        var offers = new ArrayList<Offer>();
        for (var offer : json) {
            offers.add(offer(offer));
        }
        return offers;
    }

    private static Offer offer(JsonObject json) throws MalformedJsonException {
        return new Offer(
                json.text("kind"),
                json.text("disease"),
                json.texts("products"),
                json.texts("tests"),
                new Setting(json.texts("modes"), json.text("supervisedSelfTest"), json.text("consultation")),
                new Audience(json.texts("audience"), json.text("professionalsOnly"), json.text("priorityHours")),
                new Access(
                        json.text("appointment"),
                        json.text("phone"),
                        json.text("secondPhone"),
                        json.text("website"),
                        json.text("voiceServer"),
                        json.text("details")),
                hours(json.object("hours", HOURS)),
                json.text("hoursText"));
    }

    private static Map<DayOfWeek, String> hours(JsonObject json) throws MalformedJsonException {
        var hours = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            json.text(name(day)).ifPresent(text -> hours.put(day, text));
        }
        return hours;
    }

    private static Source source(JsonObject json) throws MalformedJsonException {
        return new Source(json.text("system"), json.text("id"));
    }
}

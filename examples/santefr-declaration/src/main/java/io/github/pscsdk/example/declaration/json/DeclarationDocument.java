package io.github.pscsdk.example.declaration.json;

import com.fasterxml.jackson.core.JsonGenerator;
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
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
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
 * A declaration as JSON. Every value that is read is a text, since it is the raw text of a source; a missing member and an
 * empty text both mean that nothing is given. It is written in one way only: members in a fixed order, nothing for what is
 * absent, no blanks. Equal declarations give equal texts, so that a hash of the text stands for the content.
 */
public final class DeclarationDocument {
    private static final Set<String> DOCUMENT = members("professional place offers opensOn closesOn hidden source");
    private static final Set<String> PROFESSIONAL = members("nationalId rpps email");
    private static final Set<String> PLACE =
            members("name streetNumber street complement postcode inseeCode town banId latitude longitude "
                    + "precision finess legalFiness siren siret accessibility");
    private static final Set<String> OFFER =
            members("kind disease products tests modes supervisedSelfTest consultation audience "
                    + "professionalsOnly priorityHours appointment phone secondPhone website voiceServer "
                    + "details hours hoursText");
    private static final Set<String> SOURCE = members("system id");
    private static final Set<String> HOURS =
            Arrays.stream(DayOfWeek.values()).map(DeclarationDocument::name).collect(Collectors.toSet());

    private DeclarationDocument() {}

    private static Set<String> members(String names) {
        return Set.of(names.split(" "));
    }

    /**
     * Reads one declaration.
     *
     * @throws MalformedJsonException if it is not JSON, has a wrong type or an unknown member
     */
    public static Declaration read(byte[] body) throws MalformedJsonException {
        return read(JsonObject.read(body, DOCUMENT));
    }

    /** Reads one that is a member of another document. */
    public static Declaration read(JsonObject parent, String name) throws MalformedJsonException {
        return read(parent.object(name, DOCUMENT));
    }

    private static Declaration read(JsonObject document) throws MalformedJsonException {
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

    /** The canonical text; reading it gives an equal declaration. */
    public static String canonical(Declaration declaration) {
        var text = new StringWriter();
        try (var json = DeclarationJson.MAPPER.createGenerator(text)) {
            write(declaration, json);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.toString();
    }

    private static void write(Declaration declaration, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("professional");
        text(json, "nationalId", declaration.professional().nationalId());
        text(json, "rpps", declaration.professional().rpps());
        text(json, "email", declaration.professional().email());
        json.writeEndObject();
        place(json, declaration.place());
        json.writeArrayFieldStart("offers");
        for (var offer : declaration.offers()) {
            offer(json, offer);
        }
        json.writeEndArray();
        text(json, "opensOn", declaration.opensOn());
        text(json, "closesOn", declaration.closesOn());
        text(json, "hidden", declaration.hidden());
        if (declaration.source().isPresent()) {
            json.writeObjectFieldStart("source");
            text(json, "system", declaration.source().get().system());
            text(json, "id", declaration.source().get().id());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void place(JsonGenerator json, Place place) throws IOException {
        json.writeObjectFieldStart("place");
        text(json, "name", place.name());
        text(json, "streetNumber", place.address().streetNumber());
        text(json, "street", place.address().street());
        text(json, "complement", place.address().complement());
        text(json, "postcode", place.address().postcode());
        text(json, "inseeCode", place.address().inseeCode());
        text(json, "town", place.address().town());
        text(json, "banId", place.address().banId());
        text(json, "latitude", place.position().latitude());
        text(json, "longitude", place.position().longitude());
        text(json, "precision", place.position().precision());
        text(json, "finess", place.numbers().finess());
        text(json, "legalFiness", place.numbers().legalFiness());
        text(json, "siren", place.numbers().siren());
        text(json, "siret", place.numbers().siret());
        text(json, "accessibility", place.accessibility());
        json.writeEndObject();
    }

    private static void offer(JsonGenerator json, Offer offer) throws IOException {
        json.writeStartObject();
        text(json, "kind", offer.kind());
        text(json, "disease", offer.disease());
        texts(json, "products", offer.products());
        texts(json, "tests", offer.tests());
        texts(json, "modes", offer.setting().modes());
        text(json, "supervisedSelfTest", offer.setting().supervisedSelfTest());
        text(json, "consultation", offer.setting().consultation());
        texts(json, "audience", offer.audience().accepted());
        text(json, "professionalsOnly", offer.audience().professionalsOnly());
        text(json, "priorityHours", offer.audience().priorityHours());
        access(json, offer.access());
        hours(json, offer.hours());
        text(json, "hoursText", offer.hoursText());
        json.writeEndObject();
    }

    private static void access(JsonGenerator json, Access access) throws IOException {
        text(json, "appointment", access.appointment());
        text(json, "phone", access.phone());
        text(json, "secondPhone", access.secondPhone());
        text(json, "website", access.website());
        text(json, "voiceServer", access.voiceServer());
        text(json, "details", access.details());
    }

    private static void hours(JsonGenerator json, Map<DayOfWeek, String> hours) throws IOException {
        if (!hours.isEmpty()) {
            json.writeObjectFieldStart("hours");
            for (var day : hours.entrySet()) {
                json.writeStringField(name(day.getKey()), day.getValue());
            }
            json.writeEndObject();
        }
    }

    private static void text(JsonGenerator json, String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            json.writeStringField(name, text.get());
        }
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        if (!texts.isEmpty()) {
            json.writeArrayFieldStart(name);
            for (var text : texts) {
                json.writeString(text);
            }
            json.writeEndArray();
        }
    }
}

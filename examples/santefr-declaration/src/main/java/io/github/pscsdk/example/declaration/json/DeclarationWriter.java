package io.github.pscsdk.example.declaration.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.Offer.Access;
import io.github.pscsdk.example.declaration.Place;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a declaration in one way only: members in a fixed order, nothing for what is absent, no blanks. Equal
 * declarations give equal texts, so that a hash of the text stands for the content.
 */
public final class DeclarationWriter {
    private DeclarationWriter() {}

    /** The canonical text; {@link DeclarationReader} reads it back to an equal declaration. */
    public static String canonical(Declaration declaration) {
        var text = new StringWriter();
        try (var json = Json.MAPPER.createGenerator(text)) {
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
                json.writeStringField(DeclarationReader.name(day.getKey()), day.getValue());
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

package io.github.pscsdk.example.declaration.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.Place;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
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
        text(json, "streetNumber", place.streetNumber());
        text(json, "street", place.street());
        text(json, "complement", place.complement());
        text(json, "postcode", place.postcode());
        text(json, "inseeCode", place.inseeCode());
        text(json, "town", place.town());
        text(json, "latitude", place.latitude());
        text(json, "longitude", place.longitude());
        text(json, "finess", place.finess());
        text(json, "siren", place.siren());
        text(json, "siret", place.siret());
        text(json, "accessibility", place.accessibility());
        json.writeEndObject();
    }

    private static void offer(JsonGenerator json, Offer offer) throws IOException {
        json.writeStartObject();
        text(json, "kind", offer.kind());
        texts(json, "products", offer.products());
        texts(json, "tests", offer.tests());
        text(json, "appointment", offer.appointment());
        text(json, "phone", offer.phone());
        text(json, "secondPhone", offer.secondPhone());
        text(json, "website", offer.website());
        text(json, "details", offer.details());
        if (!offer.hours().isEmpty()) {
            json.writeObjectFieldStart("hours");
            for (var day : offer.hours().entrySet()) {
                json.writeStringField(DeclarationReader.name(day.getKey()), day.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
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

package io.github.pscsdk.example.santefr.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException.Refusal;
import io.github.pscsdk.example.declaration.lifecycle.Version.State;
import io.github.pscsdk.example.declaration.text.KebabCase;
import io.github.pscsdk.example.santefr.FormConfiguration;
import io.github.pscsdk.example.santefr.FormServer;
import io.github.pscsdk.example.santefr.http.RefusedException.Failure;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiTest {
    private static final Set<String> FOR_PEOPLE = Set.of(
            "GET /",
            "GET /guide",
            "GET /guide/{step}",
            "GET /style.css",
            "GET /icon.svg",
            "GET /psc-login.css",
            "GET /pages.css",
            "GET /form.js");

    @TempDir
    Path folder;

    @Test
    void describes_the_running_routes_and_no_others() throws Exception {
        var described = new TreeSet<String>();
        FormClient.openApi()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertEquals(described, runningRoutes());
    }

    @Test
    void describes_exactly_the_members_that_a_declaration_may_have() throws Exception {
        var everything = new ObjectMapper().createObjectNode();
        fill(everything, "Declaration");

        // A member that is described and unknown to the reader, or the other way round, is refused.
        DeclarationDocument.read(new ObjectMapper().writeValueAsBytes(everything));
        for (var schema : Set.of("Professional", "Place", "Offer")) {
            assertTrue(schema(schema).path("additionalProperties").isBoolean());
        }
        assertEquals(16, schema("Place").path("properties").size());
        assertEquals(18, schema("Offer").path("properties").size());
        assertEquals(7, schema("Declaration").path("properties").size());
    }

    @Test
    void names_every_failure() throws Exception {
        var described = texts(schema("Failure").at("/properties/error/enum"));

        var refusals = Arrays.stream(Refusal.values()).filter(refusal -> refusal != Refusal.HAS_ERRORS);
        var codes = Stream.concat(Arrays.stream(Failure.values()).map(Failure::code), refusals.map(Refusal::code));
        assertEquals(codes.collect(Collectors.toSet()), described);
        for (var failure : Failure.values()) {
            var told = new ObjectMapper().readTree(new RefusedException(failure).json());
            assertTrue(told.path("fr").asText().endsWith("."));
            assertFalse(told.path("fr").asText().matches(".*( [:;!?]|').*"), failure::code);
            assertTrue(told.path("en").asText().endsWith("."));
        }
    }

    @Test
    void names_every_state() throws Exception {
        var described = texts(schema("DossierSummary").at("/properties/state/enum"));

        assertEquals(Arrays.stream(State.values()).map(KebabCase::of).collect(Collectors.toSet()), described);
    }

    private Set<String> runningRoutes() {
        var configuration = FormConfiguration.of(folder.resolve("form"), token -> Optional.empty());
        try (var server = FormServer.start(configuration)) {
            var running = server.routes();
            running.removeAll(FOR_PEOPLE);
            return running;
        }
    }

    private static void fill(ObjectNode object, String schema) throws Exception {
        for (var member : schema(schema).path("properties").properties()) {
            var reference = member.getValue().path("$ref").asText();
            if (!reference.isEmpty()) {
                fill(object.putObject(member.getKey()), reference.substring(reference.lastIndexOf('/') + 1));
            } else if (member.getValue().path("type").asText().equals("array")) {
                var items = member.getValue().at("/items/$ref").asText();
                if (items.isEmpty()) {
                    object.putArray(member.getKey()).add("x");
                } else {
                    fill(object.putArray(member.getKey()).addObject(), items.substring(items.lastIndexOf('/') + 1));
                }
            } else if (member.getValue().path("type").asText().equals("object")) {
                var inner = object.putObject(member.getKey());
                Iterator<String> names = member.getValue().path("properties").fieldNames();
                names.forEachRemaining(name -> inner.put(name, "x"));
            } else {
                object.put(member.getKey(), "x");
            }
        }
    }

    private static JsonNode schema(String name) throws Exception {
        return FormClient.openApi().path("components").path("schemas").path(name);
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new TreeSet<String>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}

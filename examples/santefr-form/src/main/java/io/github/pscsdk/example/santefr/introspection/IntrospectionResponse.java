package io.github.pscsdk.example.santefr.introspection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.OtherId;
import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.Caller.Practice;
import io.github.pscsdk.example.declaration.Caller.Workplace;
import io.github.pscsdk.example.declaration.json.DeclarationJson;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The response of a token introspection (RFC 7662) whose {@code userinfo} member is a UserInfo document of Pro Santé
 * Connect. Documents of several years are about: whatever is missing or has an odd type counts as absent.
 */
final class IntrospectionResponse {
    private IntrospectionResponse() {}

    /**
     * The professional in one response.
     *
     * @return empty if the token is not active, or names nobody or two people
     * @throws MalformedJsonException if the response is no JSON object
     */
    static Optional<Caller> caller(byte[] response) throws MalformedJsonException {
        var document = DeclarationJson.readTolerantly(response, ObjectNode.class);
        var userInfo = document.path("userinfo");
        var named = text(userInfo, "SubjectNameID");
        var nationalId = Optional.of(text(document, "SubjectNameID"))
                .filter(id -> !id.isEmpty())
                .orElse(named);
        var others = otherKeys(userInfo);
        var isOnePerson = named.isEmpty()
                || named.equalsIgnoreCase(nationalId)
                || others.contains(nationalId.toUpperCase(Locale.ROOT));
        return document.path("active").booleanValue() && !nationalId.isEmpty() && isOnePerson
                ? Optional.of(new Caller(
                        nationalId,
                        others,
                        userInfo.path("SubjectRefPro")
                                .path("exercices")
                                .valueStream()
                                .map(IntrospectionResponse::practice)
                                .toList()))
                : Optional.empty();
    }

    private static Set<String> otherKeys(JsonNode userInfo) {
        return Stream.of("otherIds", "otherIDs")
                .flatMap(name -> userInfo.path(name).valueStream())
                .map(other -> new OtherId(text(other, "identifiant"), text(other, "origine")))
                .flatMap(other -> other.nationalId().stream())
                .map(NationalId::canonical)
                .map(NationalId::value)
                .collect(Collectors.toSet());
    }

    private static Practice practice(JsonNode practice) {
        return new Practice(
                text(practice, "codeProfession"),
                text(practice, "codeCategorieProfessionnelle"),
                text(practice, "codeSavoirFaire"),
                practice.path("activities")
                        .valueStream()
                        .map(place ->
                                new Workplace(text(place, "codeModeExercice"), text(place, "codeSecteurDactivite")))
                        .toList());
    }

    private static String text(JsonNode object, String name) {
        return object.path(name).isTextual() ? object.path(name).textValue() : "";
    }
}

package io.github.pscsdk.example.santefr.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.OtherId;
import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.Caller.Practice;
import io.github.pscsdk.example.declaration.Caller.Workplace;
import io.github.pscsdk.example.declaration.json.DeclarationJson;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the answer of a token introspection (RFC 7662) whose {@code userinfo} member is a UserInfo document of Pro
 * Santé Connect. Documents of several years are about: whatever is missing or has an odd type counts as absent.
 */
public final class IntrospectionReader {
    private IntrospectionReader() {}

    /**
     * Reads one answer.
     *
     * @return empty if the token is not active, or names nobody
     * @throws MalformedJsonException if the answer is no JSON object
     */
    public static Optional<Caller> read(byte[] answer) throws MalformedJsonException {
        var document = DeclarationJson.readTolerantly(answer);
        if (!document.isObject()) {
            throw new MalformedJsonException("the document must be an object");
        }
        if (!document.path("active").isBoolean() || !document.path("active").booleanValue()) {
            return Optional.empty();
        }
        var userInfo = document.path("userinfo");
        var others = otherKeys(userInfo);
        var nationalId = text(document, "SubjectNameID");
        if (nationalId.isEmpty()) {
            nationalId = text(userInfo, "SubjectNameID");
        } else if (isOfSomebodyElse(userInfo, nationalId, others)) {
            return Optional.empty();
        }
        return nationalId.isEmpty()
                ? Optional.empty()
                : Optional.of(new Caller(nationalId, others, practices(userInfo)));
    }

    private static boolean isOfSomebodyElse(JsonNode userInfo, String nationalId, Set<String> others) {
        var other = text(userInfo, "SubjectNameID");
        return !other.isEmpty()
                && !other.equalsIgnoreCase(nationalId)
                && !others.contains(nationalId.toUpperCase(Locale.ROOT));
    }

    private static Set<String> otherKeys(JsonNode userInfo) {
        var keys = new HashSet<String>();
        for (var name : List.of("otherIds", "otherIDs")) {
            for (var other : userInfo.path(name)) {
                new OtherId(text(other, "identifiant"), text(other, "origine"))
                        .nationalId()
                        .map(NationalId::canonical)
                        .ifPresent(id -> keys.add(id.value()));
            }
        }
        return keys;
    }

    private static List<Practice> practices(JsonNode userInfo) {
        var practices = new ArrayList<Practice>();
        for (var practice : userInfo.path("SubjectRefPro").path("exercices")) {
            practices.add(new Practice(
                    text(practice, "codeProfession"),
                    text(practice, "codeCategorieProfessionnelle"),
                    text(practice, "codeSavoirFaire"),
                    workplaces(practice)));
        }
        return practices;
    }

    private static List<Workplace> workplaces(JsonNode practice) {
        var workplaces = new ArrayList<Workplace>();
        for (var activity : practice.path("activities")) {
            workplaces.add(new Workplace(text(activity, "codeModeExercice"), text(activity, "codeSecteurDactivite")));
        }
        return workplaces;
    }

    private static String text(JsonNode object, String name) {
        var node = object.path(name);
        return node.isTextual() ? node.textValue() : "";
    }
}

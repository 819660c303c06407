package io.github.pscsdk.example.santefr.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.Caller.Practice;
import io.github.pscsdk.example.declaration.Caller.Workplace;
import io.github.pscsdk.example.declaration.json.Json;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the answer of a token introspection (RFC 7662) whose {@code userinfo} member is a UserInfo document of Pro Santé
 * Connect. Documents of several years are about: whatever is missing or has an odd type counts as absent.
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
        var document = Json.readTolerantly(answer);
        if (!document.isObject()) {
            throw new MalformedJsonException("the document must be an object");
        }
        if (!document.path("active").isBoolean() || !document.path("active").booleanValue()) {
            return Optional.empty();
        }
        var userInfo = document.path("userinfo");
        var nationalId = text(document, "SubjectNameID");
        if (nationalId.isEmpty()) {
            nationalId = text(userInfo, "SubjectNameID");
        } else if (isOfSomebodyElse(userInfo, nationalId)) {
            return Optional.empty();
        }
        return nationalId.isEmpty() ? Optional.empty() : Optional.of(new Caller(nationalId, practices(userInfo)));
    }

    private static boolean isOfSomebodyElse(JsonNode userInfo, String nationalId) {
        var other = text(userInfo, "SubjectNameID");
        return !other.isEmpty() && !other.equalsIgnoreCase(nationalId);
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

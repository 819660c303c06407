package io.github.pscsdk.example.quickstart.desktop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;

/** Logs a professional in, hands over what they test and vaccinate, shows what the form found, logs out. */
public final class QuickstartDesktop {
    // Who declares does not stand here: the form knows it from the login.
    private static final String TESTING = """
            {"place": {"name": "Pharmacie Imaginaire", "streetNumber": "12", "street": "Rue des Essais",
                       "postcode": "21850", "town": "Ville-Test"},
             "offers": [{"kind": "testing", "tests": ["antigénique"], "modes": ["Sur place"],
                         "audience": ["Tout public"], "appointment": "none",
                         "hours": {"monday": "9h-12h", "thursday": "14h-18h"}}]}
            """;
    private static final String VACCINATION = """
            {"place": {"name": "Pharmacie Imaginaire", "streetNumber": "12", "street": "Rue des Essais",
                       "postcode": "21850", "town": "Ville-Test"},
             "offers": [{"kind": "vaccination", "products": ["Comirnaty"],
                         "appointment": "required", "phone": "03 45 81 04 21"}]}
            """;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Language LANGUAGE = Language.of(Locale.getDefault());

    private QuickstartDesktop() {}

    /** Everything is said on standard output; ends with 1 if it could not be done. */
    public static void main(String... arguments) throws InterruptedException {
        try (var client = PscClientBuilder.forServerHalf(URI.create(setting("psc.proxy", "http://127.0.0.1:18083")))
                        .clientId(setting("psc.client-id", "psc-demo"))
                        .applicationToken(setting("psc.application-token", "psc-login-at-the-simulator"))
                        .pluginDirectory(Path.of(setting("psc.plugins", "plugins")))
                        .build();
                var session = client.login(LoginRequest.using(setting("psc.authenticator", "stub"))
                        .withProgress(QuickstartDesktop::show))) {
            say("Logged in: " + session.professional().familyName());
            handOver("testing", TESTING, session);
            handOver("vaccination", VACCINATION, session);
            session.signOut();
            say("Logged out, at Pro Santé Connect too.");
        } catch (PscException failure) {
            explain(failure);
            System.exit(1);
        }
    }

    /** Such as {@code -Dpsc.proxy=https://proxy.example}; the defaults are those of {@code psc-lab simulate}. */
    private static String setting(String name, String atTheSimulator) {
        return System.getProperty(name, atTheSimulator);
    }

    private static void show(LoginProgress progress) {
        progress.bindingMessage().ifPresent(digits -> say("Confirm on your device: " + digits.digits()));
    }

    private static void handOver(String what, String declaration, AuthenticationSession session)
            throws PscException, InterruptedException {
        var answer = session.send(ApiRequest.of("POST", "santefr", "declarations")
                // However often the same key comes, it counts once: keep it until there is an answer.
                .withHeader("Idempotency-Key", UUID.randomUUID().toString())
                .withBody("application/json", declaration.getBytes(StandardCharsets.UTF_8)));
        var content = read(answer.text());
        switch (answer.status()) {
            case 200, 201 ->
                say(what + ": accepted as " + content.at("/receipt/number").asText());
            case 422 -> say(what + ": to be corrected");
            default -> throw new PscException(LoginProblem.API_UNAVAILABLE, "the form answered " + answer.status());
        }
        for (var finding : content.path("findings")) {
            say("  %s %s at %s: %s"
                    .formatted(
                            finding.path("rule").asText(),
                            finding.path("severity").asText(),
                            finding.path("field").asText(),
                            finding.path(LANGUAGE.tag()).asText()));
        }
    }

    private static JsonNode read(String answer) throws PscException {
        try {
            return JSON.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new PscException(LoginProblem.API_UNAVAILABLE, "the form's answer is not JSON", e);
        }
    }

    /** Whatever went wrong, the catalogue says what the person in front of the screen can do about it. */
    private static void explain(PscException failure) {
        var remedy = failure.problem().remedy(LANGUAGE.locale());
        say(remedy.title() + " [" + failure.problem().code() + "]");
        remedy.steps().forEach(step -> say("  - " + step));
        failure.facts().forEach((fact, value) -> say("  " + fact + ": " + value));
    }

    private static void say(String line) {
        System.out.println(line);
    }
}

package io.github.pscsdk.example.quickstart.desktop;

import static java.lang.System.getProperty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.AuthenticationSession;
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
import java.util.stream.Stream;

/** Logs a professional in, hands over what they test and vaccinate, shows what the form found, logs out. */
public final class QuickstartDesktop {
    // The form knows from the login who declares.
    private static final String DECLARATION = """
            {"place": {"name": "Pharmacie Imaginaire", "streetNumber": "12", "street": "Rue des Essais",
                       "postcode": "21850", "town": "Ville-Test"}, "offers": [%s]}""";
    private static final String TESTING = """
            {"kind": "testing", "tests": ["antigénique"], "modes": ["Sur place"], "audience": ["Tout public"],
             "appointment": "none", "hours": {"monday": "9h-12h", "thursday": "14h-18h"}}""";
    private static final String VACCINATION = """
            {"kind": "vaccination", "products": ["Comirnaty"], "appointment": "required", "phone": "03 45 81 04 21"}""";
    private static final Language LANGUAGE = Language.of(Locale.getDefault());

    /** Everything is said on standard output; the defaults are those of {@code psc-lab simulate}. */
    public static void main(String... arguments) throws InterruptedException {
        try (var client = PscClientBuilder.forServerHalf(URI.create(getProperty("psc.proxy", "http://127.0.0.1:18083")))
                        .clientId(getProperty("psc.client-id", "psc-demo"))
                        .applicationToken(getProperty("psc.application-token", "psc-login-at-the-simulator"))
                        .pluginDirectory(Path.of(getProperty("psc.plugins", "plugins")))
                        .build();
                var session = client.login(LoginRequest.using(getProperty("psc.authenticator", "stub"))
                        .withProgress(progress -> progress.bindingMessage()
                                .ifPresent(two -> System.out.println("Confirm on your device: " + two.digits()))))) {
            System.out.println("Logged in: " + session.professional().familyName());
            handOver("testing", TESTING, session);
            handOver("vaccination", VACCINATION, session);
            session.signOut();
            System.out.println("Logged out, at Pro Santé Connect too.");
        } catch (PscException failure) {
            // The catalogue says what the person in front of the screen can do about it.
            var remedy = failure.problem().remedy(LANGUAGE.locale());
            System.out.println(remedy.title() + " [" + failure.problem().code() + "]");
            remedy.steps().forEach(step -> System.out.println("  - " + step));
            failure.facts().forEach((fact, value) -> System.out.println("  " + fact + ": " + value));
            System.exit(1);
        }
    }

    private static void handOver(String what, String offer, AuthenticationSession session)
            throws PscException, InterruptedException {
        var answer = session.send(ApiRequest.of("POST", "santefr", "declarations")
                // However often the same key comes, it counts once: keep it until there is an answer.
                .withHeader("Idempotency-Key", UUID.randomUUID().toString())
                .withBody("application/json", DECLARATION.formatted(offer).getBytes(StandardCharsets.UTF_8)));
        try {
            var content = new ObjectMapper().readTree(answer.text());
            switch (answer.status()) {
                case 200, 201 ->
                    System.out.println(what + ": accepted as "
                            + content.at("/receipt/number").asText());
                case 422 -> System.out.println(what + ": to be corrected");
                default -> throw new PscException(LoginProblem.API_UNAVAILABLE, "the form answered " + answer.status());
            }
            for (var finding : content.path("findings")) {
                var parts = Stream.of("rule", "severity", "field", LANGUAGE.tag())
                        .map(part -> finding.path(part).asText());
                System.out.println("  %s %s at %s: %s".formatted(parts.toArray()));
            }
        } catch (JsonProcessingException e) {
            throw new PscException(LoginProblem.API_UNAVAILABLE, "the form's answer is not JSON", e);
        }
    }
}

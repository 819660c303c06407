package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.persona.internal.json.Behaviour;
import io.github.pscsdk.testkit.persona.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.persona.internal.json.PersonaFile;
import io.github.pscsdk.testkit.simulator.internal.page.PageRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * The form of the login page for a service; {@code devices} is the origin of the cockpit, which lists the identifiers.
 * The identifier is in no address and no cookie, so a person types it each time.
 */
record LoginForm(PageRequest request, String service, URI devices) {
    private static final String MOBILE = "MOBILE";
    private static final String CARD = "CARD";
    private static final String PROBLEM_OF_MEANS = "means";

    Optional<String> channel() {
        return request.parameter("channel").filter(Set.of(CARD, MOBILE)::contains);
    }

    /** The professional with the typed identifier, if there is one. */
    Optional<PersonaEntry> person() {
        return PersonaFile.find(identifier()).filter(LoginForm::isKnown);
    }

    /** Whether Pro Santé Connect knows the person: some fictitious professionals are unknown on purpose. */
    private static boolean isKnown(PersonaEntry person) {
        return person.behaviour() != Behaviour.UNKNOWN;
    }

    private String identifier() {
        return request.parameter("identifier").orElse("").replaceAll("[\\s\\u00A0\\u202F]", "");
    }

    /** The problem of the form. Call it only if there is one. */
    String problem() {
        var identifier = identifier();
        if (channel().isEmpty()) {
            return PROBLEM_OF_MEANS;
        } else if (identifier.isEmpty()) {
            return "missing";
        } else if (identifier.matches("[0-9]{11}")) {
            return "prefix"; // pro-sante-connect, section 6: an RPPS number is preceded by 8
        } else if (identifier.matches("8[0-9]+") && identifier.length() != 12) {
            return "rpps";
        }
        return identifier.matches("[0-9A-Za-z][0-9A-Za-z/_.@+-]{5,}") ? "unknown" : "shape";
    }

    private Optional<String> told() {
        return request.parameter("problem")
                .filter(problem -> request.texts().find(text(problem)).isPresent());
    }

    boolean isRefused() {
        return told().isPresent();
    }

    Optional<String> problemOfMeans() {
        return told().filter(PROBLEM_OF_MEANS::equals).map(LoginForm::text);
    }

    Optional<String> problemOfIdentifier() {
        return told().filter(problem -> !problem.equals(PROBLEM_OF_MEANS)).map(LoginForm::text);
    }

    boolean isCard() {
        return channel().filter(CARD::equals).isPresent();
    }

    String visit() {
        return request.parameter("visit").orElse("");
    }

    private static String text(String problem) {
        return "login.problem." + problem;
    }
}

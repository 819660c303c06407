package io.github.pscsdk.example.practiceweb.view;

import io.github.pscsdk.api.Means;
import io.github.pscsdk.relyingparty.session.PscSession;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is logged in.
 *
 * @param name given names and family name
 * @param identifier the national identifier
 * @param means the key of its name; empty where Pro Santé Connect does not say
 * @param until when the session ends at the latest
 */
public record PersonCard(String name, String identifier, Optional<String> means, Instant until) {
    /** The person of a session. */
    public static PersonCard of(PscSession session) {
        var professional = session.professional();
        var names = Stream.concat(professional.givenNames().stream(), Stream.of(professional.familyName()));
        return new PersonCard(
                names.collect(Collectors.joining(" ")),
                professional.nationalId().value(),
                session.means().map(PersonCard::key),
                session.expiresAt());
    }

    private static String key(Means means) {
        return switch (means.name()) {
            case "CARD" -> "means.card";
            case "MOBILE" -> "means.mobile";
            case "IDENTITY_BROKER" -> "means.organisation";
            case "WEBAUTHN" -> "means.webauthn";
            default -> "means.other";
        };
    }

    /** Nothing that names the person. */
    @Override
    public String toString() {
        return "PersonCard[]";
    }
}

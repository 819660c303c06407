package io.github.pscsdk.example.practiceweb.view;

import io.github.pscsdk.relyingparty.PscSession;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is logged in.
 *
 * @param name given names and family name
 * @param identifier the national identifier
 * @param means the key of card or e-CPS; empty where Pro Santé Connect does not say
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
                session.authMode().flatMap(PersonCard::means),
                session.expiresAt());
    }

    private static Optional<String> means(String authMode) {
        return switch (authMode) {
            case "CARD" -> Optional.of("means.card");
            case "MOBILE" -> Optional.of("means.mobile");
            default -> Optional.empty();
        };
    }

    /** Nothing that names the person. */
    @Override
    public String toString() {
        return "PersonCard[]";
    }
}

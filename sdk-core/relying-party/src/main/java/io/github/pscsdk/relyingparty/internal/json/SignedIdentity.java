package io.github.pscsdk.relyingparty.internal.json;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.api.professional.Professional.Match;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom an ID token names in signed claims, apart from {@code sub}, which is a technical name. */
public final class SignedIdentity {
    private final List<String> names;
    private final Optional<String> psiId;

    private SignedIdentity(List<String> names, Optional<String> psiId) {
        this.names = names;
        this.psiId = psiId;
    }

    /** Of a verified token. A claim without text names nobody. */
    public static SignedIdentity of(IdTokenClaims claims) {
        // Since 2026 a user name may be a technical one, which names nobody here.
        var username = claims.username().filter(SignedIdentity::isOfARegister);
        var nationalId = claims.nationalId().filter(name -> !name.isBlank());
        return new SignedIdentity(
                Stream.of(nationalId, username).flatMap(Optional::stream).toList(),
                claims.psiId().filter(name -> nationalId.isEmpty() && !name.isBlank()));
    }

    /**
     * Whether it names that person, by {@link Professional#match}; empty where it names nobody. What cannot be a
     * national identifier is nobody's. A PSI account that UserInfo does not tell is not compared.
     */
    public Optional<Match> match(Professional person) {
        var named = Stream.concat(names.stream(), psiId.filter(name -> hasPsiId(person)).stream())
                .map(SignedIdentity::nationalId)
                .toList();
        if (named.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                named.contains(Optional.<NationalId>empty())
                        ? Match.OTHER
                        : person.match(named.stream().flatMap(Optional::stream).toList()));
    }

    public boolean contradicts(Professional person) {
        return match(person).filter(match -> match != Match.SAME).isPresent();
    }

    private static boolean hasPsiId(Professional person) {
        return person.identifiers().stream().anyMatch(id -> id.kind() == NationalId.Kind.PSI);
    }

    private static boolean isOfARegister(String name) {
        return nationalId(name)
                .filter(id -> id.kind() != NationalId.Kind.UNKNOWN && id.kind() != NationalId.Kind.PSI)
                .isPresent();
    }

    private static Optional<NationalId> nationalId(String name) {
        try {
            return Optional.of(new NationalId(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "SignedIdentity[]";
    }
}

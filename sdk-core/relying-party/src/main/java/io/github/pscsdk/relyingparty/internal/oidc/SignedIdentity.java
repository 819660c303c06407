package io.github.pscsdk.relyingparty.internal.oidc;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.api.Professional;
import io.github.pscsdk.relyingparty.internal.json.IdTokenClaims;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom an ID token names in signed claims, apart from {@code sub}, which is a technical name and may change. */
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

    /** Whoever has an RPPS number may have an account of Pro Santé Identité beside it that UserInfo does not tell: only who is known by one is compared with it. */
    private List<String> namesFor(Professional person) {
        return Stream.concat(
                        names.stream(),
                        psiId
                                .filter(name ->
                                        PscProfile.isPsiId(person.nationalId().value()))
                                .stream())
                .toList();
    }

    /** Whether it names anybody whom that person is not known as. */
    public boolean contradicts(Professional person) {
        return !namesFor(person).stream().allMatch(name -> isOf(person, name));
    }

    /** Whether it names that person, and nobody else. */
    public boolean names(Professional person) {
        return !namesFor(person).isEmpty() && !contradicts(person);
    }

    private static boolean isOfARegister(String name) {
        return nationalId(name)
                .filter(id -> id.kind() != NationalId.Kind.UNKNOWN)
                .isPresent();
    }

    private static Optional<NationalId> nationalId(String name) {
        try {
            return Optional.of(new NationalId(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What cannot be a national identifier is nobody's. */
    private static boolean isOf(Professional person, String name) {
        return nationalId(name).filter(person::isKnownAs).isPresent();
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "SignedIdentity[]";
    }
}

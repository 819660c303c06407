package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.api.professional.Professional.Match;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The person who must log in, known as each of {@code people}, and the means; anybody and any where they are empty. */
record ExpectedLogin(Set<NationalId> people, Set<Means> means) {
    ExpectedLogin {
        people = Set.copyOf(people);
        means = Set.copyOf(means);
    }

    static ExpectedLogin of(LoginRequest request) {
        return new ExpectedLogin(
                request.nationalId().map(Set::of).orElse(Set.of()),
                request.requiredMeans().map(Set::of).orElse(Set.of()));
    }

    ExpectedLogin and(NationalId person) {
        return and(new ExpectedLogin(Set.of(person), Set.of()));
    }

    ExpectedLogin and(ExpectedLogin other) {
        return new ExpectedLogin(union(people, other.people), union(means, other.means));
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        var both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    /**
     * @throws PscException {@code IDENTITY_MISMATCH} or {@code IDENTITY_UNDECIDED} if the professional is not known as
     *     each of the people
     */
    void check(Professional professional) throws PscException {
        var matches = people.stream()
                .map(person -> professional.match(Set.of(person)))
                .collect(Collectors.toSet());
        if (matches.contains(Match.OTHER)) {
            throw new PscException(LoginProblem.IDENTITY_MISMATCH, "another person than the one asked logged in");
        }
        if (matches.contains(Match.UNDECIDED)) {
            throw new PscException(
                    LoginProblem.IDENTITY_UNDECIDED, "whoever logged in has no number to compare with the one asked");
        }
    }

    /** @throws PscException {@code MEANS_NOT_ACCEPTED} by another means than the one required, or an unknown one */
    void check(Optional<Means> used) throws PscException {
        if (!means.stream().allMatch(required -> used.equals(Optional.of(required)))) {
            throw new PscException(
                    LoginProblem.MEANS_NOT_ACCEPTED, "another means than the one required, or nobody knows which");
        }
    }

    /** The means that was used, as Pro Santé Connect says; where it says nothing, that of the channel. */
    static Optional<Means> used(Optional<String> authMode, Optional<Means> asked) {
        return authMode.flatMap(Means::named).or(() -> asked);
    }
}

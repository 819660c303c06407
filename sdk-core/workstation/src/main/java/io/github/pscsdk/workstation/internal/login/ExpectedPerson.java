package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.api.Professional;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.util.LinkedHashSet;
import java.util.Set;

/** The identifiers of the professional who must log in; anybody may where there are none. For one thread. */
final class ExpectedPerson {
    private final Set<NationalId> ids = new LinkedHashSet<>();

    /** The professional must be known as this one, too. */
    void mustBe(NationalId id) {
        ids.add(id);
    }

    Set<NationalId> people() {
        return Set.copyOf(ids);
    }

    /** @throws PscException {@code IDENTITY_MISMATCH} if the professional is not known as each of them */
    void check(Professional professional) throws PscException {
        if (!ids.stream().allMatch(professional::isKnownAs)) {
            throw new PscException(LoginProblem.IDENTITY_MISMATCH, "another person than the one asked logged in");
        }
    }
}

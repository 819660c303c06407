package io.github.pscsdk.testkit;

import io.github.pscsdk.api.NationalId;
import java.util.List;
import java.util.Objects;

/**
 * A fictitious professional. The identifier chooses what a login runs into.
 *
 * @param nationalId what to log in with
 * @param familyName obviously invented
 * @param givenNames invented as well
 * @param behaviour what happens at a login
 * @param summary one line in English: who it is and what is special
 */
public record Persona(
        NationalId nationalId, String familyName, List<String> givenNames, Behaviour behaviour, String summary) {

    /** Checks and copies. */
    public Persona {
        Objects.requireNonNull(nationalId, "nationalId");
        Objects.requireNonNull(familyName, "familyName");
        Objects.requireNonNull(behaviour, "behaviour");
        Objects.requireNonNull(summary, "summary");
        givenNames = List.copyOf(givenNames);
    }

    /** Fictitious or not, it is logged like a real one: not at all. */
    @Override
    public String toString() {
        return "Persona[" + nationalId + ", " + behaviour + "]";
    }
}

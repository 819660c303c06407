package io.github.pscsdk.example.console.declaration;

import io.github.pscsdk.api.OtherId;
import io.github.pscsdk.api.Professional;

/**
 * Who declares.
 *
 * @param nationalId the national identifier
 * @param rpps the RPPS number without the prefix; empty for somebody who has none
 */
public record Declarant(String nationalId, String rpps) {
    /** The professional who is logged in, as Pro Santé Connect says. */
    public static Declarant of(Professional professional) {
        var rpps = professional.otherIds().stream()
                .filter(id -> "RPPS".equalsIgnoreCase(id.origin()))
                .map(OtherId::value)
                .map(Declarant::withoutPrefix)
                .findFirst();
        return new Declarant(professional.nationalId().value(), rpps.orElse(""));
    }

    // Pro Santé Connect gives other identifiers with their prefix; RPPS numbers have 11 digits without it.
    private static String withoutPrefix(String rpps) {
        return rpps.length() == 12 ? rpps.substring(1) : rpps;
    }

    @Override
    public String toString() {
        return "Declarant[…]";
    }
}

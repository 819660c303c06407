package io.github.pscsdk.relyingparty.internal.drift;

import java.util.Objects;
import java.util.Optional;

/**
 * One difference between what is expected of PSC and what was found. Of a login only names of claims are told, and
 * values that are no person's.
 *
 * @param member of a document, such as {@code token_endpoint} or {@code id_token.acr}
 * @param known a change of the past that looks like this one
 */
public record DriftFinding(
        DriftArea area,
        String member,
        DriftSeverity severity,
        String expected,
        String found,
        Optional<KnownBreak> known) {
    public DriftFinding {
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(member, "member");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(found, "found");
        Objects.requireNonNull(known, "known");
    }

    /** What stands for a member that is not there. */
    public static final String ABSENT = "-";
}

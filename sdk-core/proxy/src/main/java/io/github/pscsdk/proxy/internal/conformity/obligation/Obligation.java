package io.github.pscsdk.proxy.internal.conformity.obligation;

import java.util.List;
import java.util.Objects;

/**
 * One thing that is asked of a service.
 *
 * @param id unique in a list
 * @param reference where it stands, such as {@code EXI PSC 24}; a dash where it has no number
 * @param text what is asked
 * @param standing what the text it stands in is worth
 * @param confidence how sure it is
 * @param source where it was read
 * @param question what a person has to answer where the checks do not settle it
 * @param checks what a machine can look at; one that fails is enough for the obligation not to be met
 * @param settled whether the checks, if all succeed, settle it, or leave the question
 */
public record Obligation(
        String id,
        String reference,
        BilingualText text,
        SourceStatus standing,
        Confidence confidence,
        String source,
        BilingualText question,
        List<Check> checks,
        boolean settled) {

    /** Checks and copies. */
    public Obligation {
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("an obligation has an id");
        }
        for (var needed : new Object[] {reference, text, standing, confidence, source, question}) {
            Objects.requireNonNull(needed, "reference, text, standing, confidence, source or question");
        }
        checks = List.copyOf(checks);
        if (settled && checks.isEmpty()) {
            throw new IllegalArgumentException("what no check looks at is settled by none");
        }
    }
}

package io.github.pscsdk.proxytools.internal.conformity;

import io.github.pscsdk.diagnostic.Language;
import java.util.List;
import java.util.Objects;

/**
 * One thing that is asked of a service.
 *
 * @param id unique in a list
 * @param reference such as {@code EXI PSC 24}; a dash where it has no number
 * @param question what a person has to answer where the checks do not settle it
 * @param checks what a machine can look at; one that fails is enough for the obligation not to be met
 * @param settled whether the checks, if all succeed, settle it
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
    public Obligation {
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("an obligation has an id");
        }
        for (var needed : new Object[] {reference, text, standing, confidence, source, question}) {
            Objects.requireNonNull(needed, "reference, text, standing, confidence, source or question");
        }
        checks = checks == null ? List.of() : List.copyOf(checks);
        if (settled && checks.isEmpty()) {
            throw new IllegalArgumentException("what no check looks at is settled by none");
        }
    }

    /** One text in French and in English; neither may be missing. */
    public record BilingualText(String fr, String en) {
        public BilingualText {
            if (fr == null || fr.isBlank() || en == null || en.isBlank()) {
                throw new IllegalArgumentException("a text is needed in fr and in en");
            }
        }

        String in(Language language) {
            return language == Language.FRENCH ? fr : en;
        }
    }

    /** How sure it is that the obligation is what its source says. */
    public enum Confidence {
        /** Read in the documentation or the code of the one who obliges. */
        CERTAIN,
        /** Several third parties agree, or one official text implies it. */
        LIKELY,
        GUESS
    }

    /** The legal weight of the text that an obligation stands in. */
    public enum SourceStatus {
        /** A text that is in force. */
        IN_FORCE,
        /** The draft of 2026 (TRIS notification 2026/0498/FR): it obliges nobody yet. */
        DRAFT_2026,
        /** Told by third parties or by documentation; the text itself was not read. */
        REPORTED
    }
}

package io.github.pscsdk.relyingparty.internal.drift;

import io.github.pscsdk.relyingparty.drift.DriftArea;
import io.github.pscsdk.relyingparty.drift.DriftFinding;
import io.github.pscsdk.relyingparty.drift.DriftSeverity;
import io.github.pscsdk.relyingparty.drift.KnownBreak;
import io.github.pscsdk.relyingparty.internal.json.Json.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.json.KnownBreakEntry;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What happened before, from {@code known-breaks.json}: makes findings, and says which of the past they look like. */
public final class KnownBreaks {
    private final List<Known> all;

    private record Known(
            DriftArea area,
            Pattern member,
            Optional<Pattern> expected,
            Optional<Pattern> found,
            KnownBreak description) {

        static Known of(KnownBreakEntry entry) {
            return new Known(
                    DriftArea.valueOf(entry.area()),
                    Pattern.compile(entry.member()),
                    entry.expected().map(Pattern::compile),
                    entry.found().map(Pattern::compile),
                    new KnownBreak(entry.id(), entry.when(), text(entry.french()), text(entry.english())));
        }

        boolean looksLike(DriftArea where, String name, String wanted, String there) {
            return area == where
                    && member.matcher(name).matches()
                    && expected.map(pattern -> pattern.matcher(wanted).matches())
                            .orElse(true)
                    && found.map(pattern -> pattern.matcher(there).matches()).orElse(true);
        }

        private static KnownBreak.Text text(KnownBreakEntry.Text text) {
            return new KnownBreak.Text(text.name(), text.advice());
        }
    }

    public KnownBreaks() {
        try {
            all = KnownBreakEntry.read(Resource.bytes("known-breaks.json")).stream()
                    .map(Known::of)
                    .toList();
        } catch (UnreadableJsonException e) {
            throw new IllegalStateException("known-breaks.json is not what it should be", e);
        }
    }

    DriftFinding finding(DriftArea area, String member, DriftSeverity severity, String expected, String found) {
        var known = all.stream()
                .filter(entry -> entry.looksLike(area, member, expected, found))
                .map(Known::description)
                .findFirst();
        return new DriftFinding(area, member, severity, expected, found, known);
    }

    /** All that is known, in the order of the file. */
    public List<KnownBreak> descriptions() {
        return all.stream().map(Known::description).toList();
    }
}

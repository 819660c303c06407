package io.github.pscsdk.relyingparty.internal.drift;

import io.github.pscsdk.relyingparty.internal.drift.DriftFinding.DriftArea;
import io.github.pscsdk.relyingparty.internal.drift.DriftFinding.DriftSeverity;
import io.github.pscsdk.relyingparty.internal.drift.DriftFinding.KnownBreak;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The changes of the past, from {@code known-breaks.json}; makes findings, and says which of these they look like. */
public final class KnownBreaks {
    private final List<Entry> all;

    private record Entries(List<Entry> breaks) {}

    private record Entry(
            String id,
            String when,
            DriftArea area,
            Pattern member,
            Optional<Pattern> expected,
            Optional<Pattern> found,
            KnownBreak.Text fr,
            KnownBreak.Text en) {
        boolean looksLike(DriftArea where, String name, String wanted, String there) {
            return area == where
                    && member.matcher(name).matches()
                    && expected.map(pattern -> pattern.matcher(wanted).matches())
                            .orElse(true)
                    && found.map(pattern -> pattern.matcher(there).matches()).orElse(true);
        }

        KnownBreak description() {
            return new KnownBreak(id, when, fr, en);
        }
    }

    public KnownBreaks() {
        try {
            all = RelyingPartyJson.read(file("known-breaks.json"), Entries.class).breaks;
        } catch (UnreadableJsonException e) {
            throw new IllegalStateException("known-breaks.json is not what it should be", e);
        }
    }

    static byte[] file(String name) {
        try (var in = KnownBreaks.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    DriftFinding finding(DriftArea area, String member, DriftSeverity severity, String expected, String found) {
        var known = all.stream()
                .filter(entry -> entry.looksLike(area, member, expected, found))
                .map(Entry::description)
                .findFirst();
        return new DriftFinding(area, member, severity, expected, found, known);
    }

    public List<KnownBreak> descriptions() {
        return all.stream().map(Entry::description).toList();
    }
}

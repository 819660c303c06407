package io.github.pscsdk.proxytools.internal.drift;

import io.github.pscsdk.proxy.internal.json.Json;
import io.github.pscsdk.relyingparty.drift.DriftFinding;
import io.github.pscsdk.relyingparty.drift.KnownBreak;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes what {@code proxy-esante drift --json} tells a script, on one line. */
final class DriftWriter {
    private record Line(List<Entry> findings) {}

    private record Entry(
            String severity, String area, String member, String expected, String found, Optional<Known> known) {}

    private record Known(String id, String when, String name, String advice) {}

    private DriftWriter() {}

    /** All findings; texts in that language. */
    static String write(List<DriftFinding> findings, Locale locale) {
        var line = Json.write(new Line(
                findings.stream().map(finding -> entry(finding, locale)).toList()));
        return new String(line, StandardCharsets.UTF_8);
    }

    private static Entry entry(DriftFinding finding, Locale locale) {
        return new Entry(
                finding.severity().name(),
                finding.area().name(),
                finding.member(),
                finding.expected(),
                finding.found(),
                finding.known().map(known -> known(known, locale)));
    }

    private static Known known(KnownBreak known, Locale locale) {
        var text = known.text(locale);
        return new Known(known.id(), known.when(), text.name(), text.advice());
    }
}

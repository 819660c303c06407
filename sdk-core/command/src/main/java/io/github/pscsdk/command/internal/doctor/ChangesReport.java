package io.github.pscsdk.command.internal.doctor;

import io.github.pscsdk.command.internal.json.SeenFinding;
import io.github.pscsdk.diagnostic.Texts;
import java.util.ArrayList;
import java.util.List;

/** What has changed, as a person reads it: mended first. */
final class ChangesReport {
    private ChangesReport() {}

    static List<String> of(Changes changes, Texts texts) {
        if (changes.isNothing()) {
            return List.of(texts.get("doctor.changes.none", changes.kept().size()));
        }
        var lines = new ArrayList<String>();
        changes.gone().forEach(one -> lines.add(line("doctor.changes.gone", one, texts)));
        changes.appeared().forEach(one -> lines.add(line("doctor.changes.appeared", one, texts)));
        lines.add(texts.get("doctor.changes.kept", changes.kept().size()));
        return List.copyOf(lines);
    }

    private static String line(String key, SeenFinding one, Texts texts) {
        return texts.get(key, one.code(), one.title());
    }
}

package io.github.pscsdk.proxytools.internal.drift;

import io.github.pscsdk.proxytools.internal.drift.DriftFinding.DriftArea;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Past changes of Pro Santé Connect that broke clients, and known mistakes, from {@code breaking-changes.json}. */
public record KnownBreakingChanges(List<BreakingChange> changes) {
    /**
     * A change that Pro Santé Connect made before, or a known mistake.
     *
     * @param id stable, such as {@code sandbox-hosts}
     * @param when the date or the span, such as {@code 2022-07/2022-10}
     */
    public record BreakingChange(
            String id,
            String when,
            DriftArea area,
            Pattern member,
            Optional<Pattern> expected,
            Optional<Pattern> found,
            Text fr,
            Text en) {
        /** In one language: a sentence, and a sentence or two on what to do. */
        public record Text(String name, String advice) {}

        /** French where {@code locale} asks for French, English otherwise. */
        public Text text(Locale locale) {
            return locale.getLanguage().equals(Locale.FRENCH.getLanguage()) ? fr : en;
        }

        private boolean looksLike(DriftFinding finding) {
            return area == finding.area()
                    && member.matcher(finding.member()).matches()
                    && fits(expected, finding.expected())
                    && fits(found, finding.found());
        }

        private static boolean fits(Optional<Pattern> pattern, String text) {
            return pattern.map(shape -> shape.matcher(text).matches()).orElse(true);
        }
    }

    public static KnownBreakingChanges read() {
        try (var in = KnownBreakingChanges.class.getResourceAsStream("breaking-changes.json")) {
            return RelyingPartyJson.read(in.readAllBytes(), KnownBreakingChanges.class);
        } catch (IOException | UnreadableJsonException e) {
            throw new IllegalStateException("breaking-changes.json is not what it should be", e);
        }
    }

    /** The first that the difference looks like. */
    public Optional<BreakingChange> like(DriftFinding finding) {
        return changes.stream().filter(known -> known.looksLike(finding)).findFirst();
    }
}

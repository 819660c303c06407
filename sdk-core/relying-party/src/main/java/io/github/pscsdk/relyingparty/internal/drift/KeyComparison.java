package io.github.pscsdk.relyingparty.internal.drift;

import static io.github.pscsdk.relyingparty.internal.drift.DriftFinding.ABSENT;

import io.github.pscsdk.relyingparty.internal.drift.DriftFinding.DriftArea;
import io.github.pscsdk.relyingparty.internal.drift.DriftFinding.DriftSeverity;
import io.github.pscsdk.relyingparty.internal.json.KeySetDocument;
import io.github.pscsdk.relyingparty.internal.json.KeySetDocument.Key;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares a key set with what ID tokens are signed by: RS256, by an RSA key of 2048 bits or more. */
public final class KeyComparison {
    /** NIST SP 800-131A; the verification of ID tokens leaves smaller keys out. */
    static final int MIN_BITS = 2048;

    private static final String ALGORITHM = "RS256";

    private KeyComparison() {}

    /** @param former the ids of the keys at an earlier look, to tell a change; may be empty */
    public static List<DriftFinding> compare(byte[] keySet, Set<String> former) throws UnreadableJsonException {
        var keys = KeySetDocument.read(keySet);
        List<DriftFinding> findings = new ArrayList<>();
        if (keys.stream().noneMatch(key -> isUsable(key, keys))) {
            findings.add(finding("usable", DriftSeverity.BREAKS_LOGINS, ALGORITHM, summary(keys)));
        }
        for (var key : keys) {
            if (signs(key) && key.bits().map(bits -> bits < MIN_BITS).orElse(false)) {
                findings.add(finding("size", DriftSeverity.MAY_BREAK, MIN_BITS + "", describe(key)));
            } else if (signs(key) && !isUsable(key, keys)) {
                findings.add(finding("algorithm", DriftSeverity.INFORMATIVE, ALGORITHM, describe(key)));
            }
        }
        var ids = ids(keys);
        if (!former.isEmpty() && !ids.equals(former)) {
            findings.add(finding("kid", DriftSeverity.INFORMATIVE, written(former), written(ids)));
        }
        return List.copyOf(findings);
    }

    public static Set<String> ids(byte[] keySet) throws UnreadableJsonException {
        return ids(KeySetDocument.read(keySet));
    }

    private static Set<String> ids(List<Key> keys) {
        return keys.stream().map(Key::id).filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean signs(Key key) {
        return key.use() == null || key.use().equals("sig");
    }

    private static boolean isUsable(Key key, List<Key> all) {
        return signs(key)
                && "RSA".equals(key.type())
                && (key.id() != null || all.size() == 1)
                && (key.algorithm() == null || key.algorithm().equals(ALGORITHM))
                && key.bits().map(bits -> bits >= MIN_BITS).orElse(false);
    }

    private static String summary(List<Key> keys) {
        return keys.isEmpty()
                ? ABSENT
                : keys.stream().map(KeyComparison::describe).collect(Collectors.joining("; "));
    }

    private static String describe(Key key) {
        return String.join(
                " ",
                Objects.requireNonNullElse(key.type(), "?"),
                Objects.requireNonNullElse(key.algorithm(), "?"),
                key.bits().map(String::valueOf).orElse("?"));
    }

    private static String written(Set<String> ids) {
        return ids.isEmpty() ? ABSENT : String.join(", ", new TreeSet<>(ids));
    }

    private static DriftFinding finding(String member, DriftSeverity severity, String expected, String found) {
        return new DriftFinding(DriftArea.KEYS, member, severity, expected, found);
    }
}

package io.github.pscsdk.proxytools.internal.drift;

import static io.github.pscsdk.proxytools.internal.drift.DriftFinding.ABSENT;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pscsdk.proxytools.internal.drift.DriftFinding.DriftArea;
import io.github.pscsdk.proxytools.internal.drift.DriftFinding.DriftSeverity;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Compares a key set with what ID tokens are signed by: RS256, by an RSA key of 2048 bits or more. */
final class KeyComparison {
    /** NIST SP 800-131A; the verification of ID tokens leaves smaller keys out. */
    static final int MIN_BITS = 2048;

    private static final String ALGORITHM = "RS256";

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** A key as it is published (RFC 7517). A member that is no text is null. */
    private record Key(
            @Nullable String id,
            @Nullable String type,
            @Nullable String algorithm,
            @Nullable String use,
            Optional<Integer> bits) {
        static Key of(JsonNode key) {
            return new Key(
                    key.path("kid").textValue(),
                    key.path("kty").textValue(),
                    key.path("alg").textValue(),
                    key.path("use").textValue(),
                    bits(key.path("n").textValue()));
        }

        /** The size of an RSA key; empty for another one, or for one that cannot be read. */
        private static Optional<Integer> bits(@Nullable String modulus) {
            try {
                return Optional.ofNullable(modulus)
                        .map(Base64.getUrlDecoder()::decode)
                        .map(bytes -> new BigInteger(1, bytes).bitLength());
            } catch (IllegalArgumentException e) {
                // Not base64url: no size to speak of, and nothing that could verify a signature.
                return Optional.empty();
            }
        }
    }

    private KeyComparison() {}

    private static List<Key> read(byte[] keySet) throws IOException {
        // As text: Jackson would read other encodings than UTF-8, too.
        var document = JSON.readTree(new String(keySet, StandardCharsets.UTF_8));
        if (!document.isObject()) {
            throw new IOException("not an object");
        }
        return StreamSupport.stream(document.path("keys").spliterator(), false)
                .filter(JsonNode::isObject)
                .map(Key::of)
                .toList();
    }

    /** @param former the ids of the keys at an earlier look, to tell a change; may be empty */
    static List<DriftFinding> compare(byte[] keySet, Set<String> former) throws IOException {
        var keys = read(keySet);
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

    static Set<String> ids(byte[] keySet) throws IOException {
        return ids(read(keySet));
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

package io.github.pscsdk.pluginhost;

import io.github.pscsdk.diagnostic.PluginProblem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The archives that the host allows, by their SHA-256 sums.
 *
 * @param sums in hexadecimal; empty allows every archive
 */
record PinnedArchives(Optional<Set<String>> sums) {

    /**
     * Refuses a copy that is not pinned; its sum is among the facts, for an administrator who wants to allow it.
     *
     * @return the sum, in hexadecimal
     */
    String check(Path copy) throws Refusal, IOException {
        var sum = HexFormat.of().formatHex(digest(copy));
        if (sums.isPresent() && sums.get().stream().noneMatch(sum::equalsIgnoreCase)) {
            throw new Refusal(PluginProblem.NOT_PINNED, "is not pinned", Map.of("sha256", sum));
        }
        return sum;
    }

    private static byte[] digest(Path copy) throws IOException {
        var digest = sha256();
        try (var in = new DigestInputStream(Files.newInputStream(copy), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

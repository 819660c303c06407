package io.github.pscsdk.example.declaration.lifecycle;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.json.DeclarationWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What stands for a content in a proof. */
final class ContentHash {
    private ContentHash() {}

    /** SHA-256 of the canonical text in UTF-8, in hexadecimal. */
    static String of(Declaration content) {
        try {
            var canonical = DeclarationWriter.canonical(content).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

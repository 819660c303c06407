package io.github.pscsdk.example.declaration.lifecycle;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.LocalizedText;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.text.KebabCase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One version of a declaration.
 *
 * @param content what is declared: as written in a draft, in canonical spelling from then on
 * @param confirmedAt when it was last said to be still valid
 */
public record Version(
        int number,
        Declaration content,
        State state,
        Instant changedAt,
        Optional<Proof> proof,
        Optional<Instant> confirmedAt,
        Optional<WithdrawalReason> reason) {
    static Version draft(int number, Declaration content, Instant now) {
        return new Version(number, content, State.DRAFT, now, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Version handedOver(Declaration normalised, Proof newProof) {
        return new Version(
                number, normalised, State.HANDED_OVER, newProof.at(), Optional.of(newProof), confirmedAt, reason);
    }

    Version confirmed(Instant now) {
        return new Version(number, content, State.HANDED_OVER, now, proof, Optional.of(now), reason);
    }

    /** Time alone is no change. */
    Version toCheck() {
        return new Version(number, content, State.TO_CHECK, changedAt, proof, confirmedAt, reason);
    }

    static Version withdrawn(int number, Declaration content, WithdrawalReason reason, Instant now) {
        return new Version(
                number, content, State.WITHDRAWN, now, Optional.empty(), Optional.empty(), Optional.of(reason));
    }

    /** When somebody last vouched for what the public sees. */
    Optional<Instant> vouchedAt() {
        return confirmedAt.or(() -> proof.map(Proof::at));
    }

    boolean isShown() {
        return state == State.HANDED_OVER || state == State.TO_CHECK;
    }

    public enum State {
        DRAFT,
        /** Handed over: what the public sees. */
        HANDED_OVER,
        /** Still shown, but nobody confirmed it for long, or its closing date has passed. */
        TO_CHECK,
        /** Withdrawn: closed and hidden. An end. */
        WITHDRAWN;

        public LocalizedText term() {
            return LocalizedText.beside(State.class, "states", KebabCase.of(this));
        }
    }

    /**
     * The local proof that a version was handed over.
     *
     * @param hash SHA-256 of the content's canonical text in UTF-8, in hexadecimal
     * @param professional whose it was, see {@link io.github.pscsdk.example.declaration.Caller#key}
     */
    public record Proof(Instant at, String hash, String professional) {
        static String hash(Declaration content) {
            try {
                var canonical = DeclarationDocument.canonical(content).getBytes(StandardCharsets.UTF_8);
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }

        @Override
        public String toString() {
            return "Proof[at=" + at + ", hash=" + hash + "]";
        }
    }

    public enum WithdrawalReason {
        END_OF_ACTIVITY,
        ERROR,
        CLOSED;

        public LocalizedText term() {
            return LocalizedText.beside(WithdrawalReason.class, "reasons", KebabCase.of(this));
        }
    }
}

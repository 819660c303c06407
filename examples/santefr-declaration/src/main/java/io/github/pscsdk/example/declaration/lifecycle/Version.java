package io.github.pscsdk.example.declaration.lifecycle;

import io.github.pscsdk.example.declaration.Declaration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One version of a declaration.
 *
 * @param number 1 for the first
 * @param content what is declared: as written in a draft, in canonical spelling from then on
 * @param state how far it has come
 * @param changedAt when it came there
 * @param proof that it was handed over
 * @param confirmedAt when it was last said to be still valid
 * @param reason why it was withdrawn
 */
public record Version(
        int number,
        Declaration content,
        State state,
        Instant changedAt,
        Optional<Proof> proof,
        Optional<Instant> confirmedAt,
        Optional<WithdrawalReason> reason) {
    /** Checks. */
    public Version {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(changedAt, "changedAt");
    }

    static Version draft(int number, Declaration content, Instant now) {
        return new Version(number, content, State.DRAFT, now, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Version validated(Declaration normalised, Instant now) {
        return new Version(number, normalised, State.VALIDATED, now, proof, confirmedAt, reason);
    }

    Version handedOver(Proof newProof) {
        return new Version(
                number, content, State.HANDED_OVER, newProof.at(), Optional.of(newProof), confirmedAt, reason);
    }

    Version confirmed(Instant now) {
        return new Version(number, content, State.HANDED_OVER, now, proof, Optional.of(now), reason);
    }

    Version toCheck(Instant now) {
        return new Version(number, content, State.TO_CHECK, now, proof, confirmedAt, reason);
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
}

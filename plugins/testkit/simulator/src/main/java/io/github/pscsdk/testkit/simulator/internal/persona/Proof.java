package io.github.pscsdk.testkit.simulator.internal.persona;

import java.time.Duration;
import java.util.Optional;

/**
 * What is wrong with what a confirmed login yields; nothing, most often.
 *
 * @param signature how the ID token is signed
 * @param clockError how far {@code iat} and {@code exp} of the ID token are ahead
 * @param answeredBy the national identifier of whoever answers instead
 * @param userInfo what the UserInfo document looks like
 */
public record Proof(Signature signature, Duration clockError, Optional<String> answeredBy, UserInfo userInfo) {
    /** All in order. */
    public static final Proof SOUND =
            new Proof(Signature.PUBLISHED_KEY, Duration.ZERO, Optional.empty(), UserInfo.MATCHING);

    /** How the ID token is signed. */
    public enum Signature {
        /** As it should be. */
        PUBLISHED_KEY,
        /** By another key, under the {@code kid} of the published one. */
        ANOTHER_KEY,
        /** By another key, under a {@code kid} that is never published. */
        UNPUBLISHED_KID
    }

    /** What the UserInfo document looks like. */
    public enum UserInfo {
        /** As it should. */
        MATCHING,
        /** With another {@code sub} than the ID token's. */
        OTHER_SUB,
        /** With more than 2 MiB. */
        HUGE
    }

    static Proof signed(Signature signature) {
        return new Proof(signature, SOUND.clockError, SOUND.answeredBy, SOUND.userInfo);
    }

    static Proof ahead(Duration clockError) {
        return new Proof(SOUND.signature, clockError, SOUND.answeredBy, SOUND.userInfo);
    }

    static Proof answeredBy(String nationalId) {
        return new Proof(SOUND.signature, SOUND.clockError, Optional.of(nationalId), SOUND.userInfo);
    }

    static Proof describedBy(UserInfo userInfo) {
        return new Proof(SOUND.signature, SOUND.clockError, SOUND.answeredBy, userInfo);
    }
}

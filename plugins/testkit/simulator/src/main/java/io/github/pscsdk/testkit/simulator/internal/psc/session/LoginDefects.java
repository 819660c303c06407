package io.github.pscsdk.testkit.simulator.internal.psc.session;

import java.time.Duration;
import java.util.Optional;

/**
 * What is wrong with the tokens and the UserInfo document of a confirmed login.
 *
 * @param signature how the ID token is signed
 * @param clockError how far {@code iat} and {@code exp} of the ID token are ahead of the clock
 * @param answeredBy the national identifier of the other person who answers; empty if the right person answers
 * @param userInfo what the UserInfo document looks like
 */
public record LoginDefects(Signature signature, Duration clockError, Optional<String> answeredBy, UserInfo userInfo) {
    /** Nothing is wrong. */
    public static final LoginDefects NONE =
            new LoginDefects(Signature.PUBLISHED_KEY, Duration.ZERO, Optional.empty(), UserInfo.MATCHING);

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

    static LoginDefects signed(Signature signature) {
        return new LoginDefects(signature, NONE.clockError, NONE.answeredBy, NONE.userInfo);
    }

    static LoginDefects ahead(Duration clockError) {
        return new LoginDefects(NONE.signature, clockError, NONE.answeredBy, NONE.userInfo);
    }

    static LoginDefects answeredBy(String nationalId) {
        return new LoginDefects(NONE.signature, NONE.clockError, Optional.of(nationalId), NONE.userInfo);
    }

    static LoginDefects describedBy(UserInfo userInfo) {
        return new LoginDefects(NONE.signature, NONE.clockError, NONE.answeredBy, userInfo);
    }
}

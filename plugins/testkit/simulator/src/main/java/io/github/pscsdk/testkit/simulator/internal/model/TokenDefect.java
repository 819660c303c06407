package io.github.pscsdk.testkit.simulator.internal.model;

/**
 * A defect of every token of one kind. Access tokens of Pro Santé Connect have no {@code aud}, and logout tokens may
 * have no {@code nonce}: the defect adds one.
 */
public enum TokenDefect {
    /** {@code aud} is another client. */
    WRONG_AUDIENCE,
    /** {@code iss} is another realm of the same host. */
    WRONG_ISSUER,
    /** The signature is another key's, under the {@code kid} of the published one. */
    WRONG_SIGNATURE,
    /** Signed under a {@code kid} that is never published. */
    UNKNOWN_KID,
    /** {@code nonce} is not the one that was sent. */
    WRONG_NONCE,
    /** {@code sub} is there twice, with two values. */
    DUPLICATE_MEMBER
}

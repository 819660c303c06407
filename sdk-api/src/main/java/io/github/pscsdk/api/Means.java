package io.github.pscsdk.api;

/**
 * What the professional identified with. A host may {@linkplain LoginRequest#requiring require} one.
 *
 * <p>Not the level of assurance ({@code acr}) that Pro Santé Connect states: {@code eidas1} is what is always asked for, and
 * recorded answers hold {@code eidas1} and {@code eidas3} in an order that does not tell card from phone. The means is told by
 * the member {@code authMode} of UserInfo. A minor version may add constants: keep a default branch.
 */
public enum Means {
    /** The CPS card. */
    CARD,
    /** The e-CPS on the phone. */
    MOBILE
}

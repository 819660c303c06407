package io.github.pscsdk.api;

/**
 * What the professional used to identify: card or phone. A host may {@linkplain LoginRequest#requiring require} one.
 *
 * <p>This is not the level of assurance ({@code acr}) of Pro Santé Connect. {@code eidas1} is always asked for, and
 * recorded answers hold {@code eidas1} or {@code eidas3} for either means, so that the level does not tell card from
 * phone. The member {@code authMode} of UserInfo names the means. A minor version may add constants: keep a default
 * branch.
 */
public enum Means {
    /** The CPS card. */
    CARD,
    /** The e-CPS on the phone. */
    MOBILE
}

package io.github.pscsdk.testkit.simulator;

/**
 * The means of a browser login ({@code authMode} of the ID token and of UserInfo; pro-sante-connect, section 15.1). Real services may name
 * others, which {@link Dial#BROWSER_MEANS_NAME} plays: the set is open. A minor version may add constants: keep a default branch.
 */
public enum BrowserMeans {
    /** The CPS card. */
    CARD,
    /** The e-CPS on the phone. */
    MOBILE,
    /** The login of an organisation, such as a hospital, to which Pro Santé Connect delegates. The name is a guess. */
    IDENTITY_BROKER,
    /** A FIDO authenticator. The name is a guess. */
    WEBAUTHN
}

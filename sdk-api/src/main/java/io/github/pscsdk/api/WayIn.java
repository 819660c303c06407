package io.github.pscsdk.api;

/** The two ways to log in with Pro Santé Connect. A minor version may add constants: keep a default branch. */
public enum WayIn {
    /** CIBA: the server half asks, the professional answers on a device; nothing is typed in a browser. */
    BACKCHANNEL,
    /** OpenID Connect authorization code: the professional logs in on PSC's page in the system browser. */
    BROWSER
}

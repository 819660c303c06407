package io.github.pscsdk.testkit.simulator.model;

/** How a request was authenticated, whether or not it was accepted. */
public enum AuthMethod {
    /** Not at all. */
    NONE,
    /** An access token in the {@code Authorization} header (RFC 6750). */
    BEARER,
    /** Client id and secret in the {@code Authorization} header (RFC 6749 §2.3.1). */
    CLIENT_SECRET_BASIC,
    /** Client id and secret in the form (RFC 6749 §2.3.1). */
    CLIENT_SECRET_POST,
    /** A TLS client certificate, the client id in the form and no secret (RFC 8705 §2). */
    TLS_CLIENT_AUTH,
    /** A header and a secret in the form at once, which RFC 6749 §2.3 forbids. */
    SEVERAL
}

package io.github.pscsdk.testkit;

/** What a recorded request was meant for. A minor version may add constants: keep a default branch. */
public enum Endpoint {
    /** The discovery document {@code wallet-openid-configuration}. */
    DISCOVERY,
    /** The published keys of Pro Santé Connect. */
    JWKS,
    /** The login page, on the wallet's origin. */
    AUTHORIZATION,
    /** The start of a back-channel login (CIBA). */
    BACKCHANNEL_AUTHENTICATION,
    /** Code exchange, refresh and back-channel polls. */
    TOKEN,
    /** The professional's data. */
    USERINFO,
    /** Whether a token of Pro Santé Connect lives. */
    INTROSPECTION,
    /** End of the session with Pro Santé Connect. */
    LOGOUT,
    /** Withdrawal of one token. */
    REVOCATION,
    /** Token exchange at the API's own authorization server. */
    API_TOKEN,
    /** Whether a token of the API's authorization server lives, and whose it is. */
    API_INTROSPECTION,
    /** The published keys of the API's authorization server. */
    API_JWKS,
    /** A path that Pro Santé Connect does not have, such as the standard discovery document: answered 404. */
    UNKNOWN
}

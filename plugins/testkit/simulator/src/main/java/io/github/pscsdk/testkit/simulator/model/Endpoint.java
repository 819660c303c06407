package io.github.pscsdk.testkit.simulator.model;

/** The aim of a recorded request. */
public enum Endpoint {
    /** The discovery document {@code wallet-openid-configuration}. */
    DISCOVERY,
    /** The standard document {@code openid-configuration}, which names the wrong login page. */
    STANDARD_DISCOVERY,
    /** The login page that the standard document names: always an error. */
    STANDARD_AUTHORIZATION,
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
    /** Token exchange at the API's own authorization server, and refresh of what it issued. */
    API_TOKEN,
    /** Withdrawal of tokens of the API's authorization server. */
    API_REVOCATION,
    /** Whether a token of the API's authorization server lives, and whose it is. */
    API_INTROSPECTION,
    /** The published keys of the API's authorization server. */
    API_JWKS,
    /** A path that Pro Santé Connect does not have: answered 404. */
    UNKNOWN
}

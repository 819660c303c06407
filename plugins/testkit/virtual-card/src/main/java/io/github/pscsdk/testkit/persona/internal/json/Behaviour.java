package io.github.pscsdk.testkit.persona.internal.json;

/**
 * How a login of a fictitious professional goes; one of the back channel alone is an approval in the browser, where the
 * page goes on waiting without an answer.
 */
public enum Behaviour {
    /** Confirms: the first poll after the interval gets the tokens, the login page returns with a code. */
    APPROVES,
    /** Refuses on the device: {@code access_denied} at the token endpoint, or on the way back from the login page. */
    REFUSES,
    /** Does not answer in time: {@code expired_token} at the first poll. */
    EXPIRES,
    /** Never answers: {@code authorization_pending} until the request expires, {@code expired_token} from then on. */
    NEVER_ANSWERS,
    /** Confirms, after one {@code slow_down}. */
    SLOWS_DOWN,
    /** Is unknown: {@code unknown_user_id} at the back-channel authentication endpoint. */
    UNKNOWN,
    /** CIBA is not enabled for the service: {@code unauthorized_client} at the back-channel authentication endpoint. */
    BACKCHANNEL_NOT_ENABLED,
    /** Is refused outright: {@code access_denied} with status 403 at the back-channel authentication endpoint. */
    REFUSED_AT_ONCE,
    /** An outage: 503 at the back-channel authentication endpoint and at the login page. */
    UNAVAILABLE,
    /** Confirms, after two polls that are answered 503 with {@code Retry-After: 1}. */
    UNAVAILABLE_WHILE_POLLING,
    /** Confirms, and the tokens are then refused: {@code invalid_grant} at the token endpoint. */
    GRANT_REJECTED,
    /** Confirms; the ID token bears the published {@code kid} and the signature of another key. */
    SIGNED_BY_ANOTHER_KEY,
    /** Confirms; the ID token is signed under a {@code kid} that is never published. */
    SIGNED_UNDER_UNKNOWN_KID,
    /** Confirms; {@code iat} and {@code exp} of the ID token are one hour ahead. */
    CLOCK_AHEAD,
    /** Somebody else confirms: tokens and UserInfo name another professional. */
    ANSWERED_BY_ANOTHER,
    /** Confirms; the UserInfo document has another {@code sub} than the ID token. */
    OTHER_SUB_IN_USERINFO,
    /** Confirms; the UserInfo document is larger than 2 MiB. */
    HUGE_USERINFO
}

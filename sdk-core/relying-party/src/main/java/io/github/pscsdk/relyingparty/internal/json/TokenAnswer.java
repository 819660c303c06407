package io.github.pscsdk.relyingparty.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A successful answer of a token endpoint: RFC 6749, section 5.1; OpenID Connect Core 1.0, section 3.1.3.3; RFC 8693,
 * section 2.2.1. Only a bearer token is sure to be there; lifetimes are in seconds.
 */
public record TokenAnswer(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") Optional<Long> expiresIn,
        @JsonProperty("refresh_token") Optional<String> refreshToken,
        @JsonProperty("refresh_expires_in") Optional<Long> refreshExpiresIn,
        @JsonProperty("id_token") Optional<String> idToken,
        @JsonProperty("session_state") Optional<String> sessionState,
        @JsonProperty("scope") Optional<String> scope,
        @JsonProperty("issued_token_type") Optional<String> issuedTokenType) {
    /** RFC 8693, section 3. */
    public static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    /** Keycloak says so of an answer that has both tokens. */
    private static final String REFRESH_TOKEN = "urn:ietf:params:oauth:token-type:refresh_token";

    // Of a token, since a session keeps several; Keycloak's have some 1,500 characters.
    private static final Pattern TOKEN = Pattern.compile("[ -~]{1,16384}");
    private static final int MAX_SESSION_STATE = 255;

    /**
     * Refuses an answer without an access token for a header (RFC 6749, appendix A.12; RFC 6750), or with one too long
     * to be kept.
     */
    public TokenAnswer {
        if (accessToken == null || !isToken(accessToken) || accessToken.indexOf(' ') >= 0) {
            throw new IllegalArgumentException("no usable access token");
        }
        if (!"Bearer".equalsIgnoreCase(tokenType)) {
            throw new IllegalArgumentException("no bearer token");
        }
        if (expiresIn.orElse(0L) < 0) {
            throw new IllegalArgumentException("a negative lifetime");
        }
        idToken = idToken.filter(token -> !token.isBlank());
        refreshToken = refreshToken.filter(token -> !token.isBlank());
        var issued = issuedTokenType.orElse(ACCESS_TOKEN);
        if (!issued.equals(ACCESS_TOKEN) && !(issued.equals(REFRESH_TOKEN) && refreshToken.isPresent())) {
            throw new IllegalArgumentException("another token than an access token");
        }
        if (!idToken.map(TokenAnswer::isToken).orElse(true)
                || !refreshToken.map(TokenAnswer::isToken).orElse(true)) {
            throw new IllegalArgumentException("a token that cannot be");
        }
        sessionState = sessionState.filter(state -> state.length() <= MAX_SESSION_STATE);
    }

    private static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }

    public static TokenAnswer read(byte[] json) throws UnreadableJsonException {
        return RelyingPartyJson.read(RelyingPartyJson.TOLERANT, json, TokenAnswer.class);
    }

    /** Lifetime of the access token; {@code fallback} where the server names none that makes sense. */
    public Duration lifetime(Duration fallback) {
        return sensible(expiresIn, fallback);
    }

    /** Lifetime of the refresh token; {@code fallback} where the server names none that makes sense. */
    public Duration refreshLifetime(Duration fallback) {
        return sensible(refreshExpiresIn, fallback);
    }

    private static Duration sensible(Optional<Long> lifetime, Duration fallback) {
        return lifetime.filter(
                        seconds -> seconds > 0 && seconds <= Duration.ofDays(1).toSeconds())
                .map(Duration::ofSeconds)
                .orElse(fallback);
    }

    @Override
    public String toString() {
        return "TokenAnswer[refresh=" + refreshToken.isPresent() + ", id=" + idToken.isPresent() + "]";
    }
}

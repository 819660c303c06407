package io.github.pscsdk.relyingparty.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.pscsdk.relyingparty.internal.json.Json.UnreadableJsonException;
import java.time.Duration;
import java.util.Optional;

/**
 * A successful answer of a token endpoint: RFC 6749, section 5.1; OpenID Connect Core 1.0, section 3.1.3.3; RFC 8693,
 * section 2.2.1. Only a bearer token is sure to be there.
 *
 * @param tokenType always {@code Bearer}, in whatever case
 * @param expiresIn lifetime of the access token in seconds
 * @param refreshExpiresIn lifetime of the refresh token in seconds (Keycloak)
 * @param sessionState identifier of the session at PSC (Keycloak)
 * @param scope what was granted, where it is not what was asked for
 * @param issuedTokenType of a token exchange, which some servers leave out: that of an access token
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

    /** Keycloak says so of an answer that has a refresh token beside the access token. */
    private static final String REFRESH_TOKEN = "urn:ietf:params:oauth:token-type:refresh_token";

    // Of a token, since a session keeps several; Keycloak's have some 1,500 characters.
    private static final int MAX_LENGTH = 16_384;
    private static final int MAX_SESSION_STATE = 255;

    /**
     * Refuses an answer without an access token that can be sent in a header (RFC 6749, appendix A.12) and serves whoever has it (RFC
     * 6750), or with a token that is too long to be kept.
     */
    public TokenAnswer {
        if (!isToken(accessToken) || accessToken.indexOf(' ') >= 0) {
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
        if (text == null || text.isEmpty() || text.length() > MAX_LENGTH) {
            return false;
        }
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    public static TokenAnswer read(byte[] json) throws UnreadableJsonException {
        return Json.read(Json.TOLERANT, json, TokenAnswer.class);
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

    /** Prints which tokens there are. */
    @Override
    public String toString() {
        return "TokenAnswer[refresh=" + refreshToken.isPresent() + ", id=" + idToken.isPresent() + "]";
    }
}

package io.github.pscsdk.relyingparty.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Optional;

/**
 * A successful answer of a token endpoint: RFC 6749, section 5.1; OpenID Connect Core 1.0, section 3.1.3.3; RFC 8693,
 * section 2.2.1. Only the access token is sure to be there.
 *
 * @param expiresIn lifetime of the access token in seconds
 * @param refreshExpiresIn lifetime of the refresh token in seconds (Keycloak)
 * @param sessionState identifier of the session at PSC (Keycloak)
 */
public record TokenAnswer(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("expires_in") Optional<Long> expiresIn,
        @JsonProperty("refresh_token") Optional<String> refreshToken,
        @JsonProperty("refresh_expires_in") Optional<Long> refreshExpiresIn,
        @JsonProperty("id_token") Optional<String> idToken,
        @JsonProperty("session_state") Optional<String> sessionState) {

    /** Refuses an answer without an access token that can be sent in a header: RFC 6749, appendix A.12. */
    public TokenAnswer {
        if (accessToken == null || accessToken.isEmpty() || !accessToken.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new IllegalArgumentException("no usable access token");
        }
        idToken = idToken.filter(token -> !token.isBlank());
        refreshToken = refreshToken.filter(token -> !token.isBlank());
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

package io.github.pscsdk.relyingparty.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a logout token: OpenID Connect Back-Channel Logout 1.0, section 2.4. The claims that are not optional
 * here may still be null: whoever verifies says so. Times are in seconds.
 *
 * @param sid the session at PSC that has ended; where absent, all of the subject's have
 */
public record LogoutTokenClaims(
        @JsonProperty("iss") @Nullable String issuer,
        @JsonProperty("aud") @Nullable List<String> audience,
        @JsonProperty("exp") @Nullable Long expiresAt,
        @JsonProperty("iat") @Nullable Long issuedAt,
        @JsonProperty("nbf") Optional<Long> notBefore,
        @JsonProperty("jti") @Nullable String id,
        @JsonProperty("sub") Optional<String> subject,
        @JsonProperty("sid") Optional<String> sid,
        @JsonProperty("typ") Optional<String> kind,
        @JsonProperty("events") JsonNode events,
        @JsonProperty("nonce") JsonNode nonce) {
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    public static LogoutTokenClaims read(byte[] json) throws UnreadableJsonException {
        return RelyingPartyJson.read(RelyingPartyJson.STRICT, json, LogoutTokenClaims.class);
    }

    /** A claim that is not there is a node of its own kind. */
    public LogoutTokenClaims {
        events = events == null ? MissingNode.getInstance() : events;
        nonce = nonce == null ? MissingNode.getInstance() : nonce;
    }

    public boolean isLogout() {
        return events.path(EVENT).isObject();
    }

    public boolean hasNonce() {
        return !nonce.isMissingNode();
    }

    @Override
    public String toString() {
        return "LogoutTokenClaims[]";
    }
}

package io.github.pscsdk.relyingparty.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import java.util.Optional;

/**
 * PSC has taken a back-channel request: CIBA Core 1.0, section 7.3. Times are in seconds; {@code authReqId} is a
 * secret.
 */
public record BackchannelAnswer(
        @JsonProperty("auth_req_id") String authReqId,
        @JsonProperty("expires_in") long expiresIn,
        @JsonProperty("interval") Optional<Long> interval) {
    public BackchannelAnswer {
        if (authReqId == null || authReqId.isBlank() || expiresIn <= 0) {
            throw new IllegalArgumentException("no auth_req_id or no expires_in");
        }
    }

    public static BackchannelAnswer read(byte[] json) throws UnreadableJsonException {
        return RelyingPartyJson.read(RelyingPartyJson.TOLERANT, json, BackchannelAnswer.class);
    }

    @Override
    public String toString() {
        return "BackchannelAnswer[" + expiresIn + " s]";
    }
}

package io.github.pscsdk.relyingparty;

import java.time.Instant;

/** An access token for one target API, in the name of one professional. Never leaves the server half. */
public final class ApiToken {
    private final String value;
    private final Instant expiresAt;

    ApiToken(String value, Instant expiresAt) {
        this.value = value;
        this.expiresAt = expiresAt;
    }

    /** Returns the token itself, for an {@code Authorization} header. Search for callers in review. */
    public String reveal() {
        return value;
    }

    /** When the API stops accepting it. */
    public Instant expiresAt() {
        return expiresAt;
    }

    @Override
    public String toString() {
        return "ApiToken[until " + expiresAt + "]";
    }
}

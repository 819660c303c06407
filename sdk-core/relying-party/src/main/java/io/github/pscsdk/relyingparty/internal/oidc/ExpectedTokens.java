package io.github.pscsdk.relyingparty.internal.oidc;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.environment.AcrPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * The expectations against which tokens that PSC signs are checked: ID tokens and logout tokens.
 *
 * @param algorithms asymmetric ones only; checked by the builder of the relying party
 */
public record ExpectedTokens(String issuer, String clientId, Set<String> algorithms, AcrPolicy acr, Duration leeway) {
    // A token is made for the login at hand. PSC's live two minutes; ten leave room for a slow answer, and for a logout
    // that PSC reports once more (Back-Channel Logout 1.0, section 4, recommends two minutes at most).
    private static final Duration MAX_AGE = Duration.ofMinutes(10);

    /**
     * Rule 3: a token for strangers may come from one of them. PSC was seen to name this client alone, so that rule 4,
     * on several audiences, has nothing to do.
     */
    void checkAudience(List<String> audience, LoginProblem refusal) throws PscException {
        if (audience == null || !audience.contains(clientId)) {
            throw new PscException(refusal, "it is for another client");
        }
        if (!audience.stream().allMatch(clientId::equals)) {
            throw new PscException(refusal, "it is for others as well");
        }
    }

    /**
     * Rules 9 and 10, and RFC 7519, section 4.1.5; times are in seconds.
     *
     * @param clocks ends the messages, by {@code iat}
     */
    void checkTimes(
            Long expiresAt,
            Long issuedAt,
            Optional<Long> notBefore,
            long now,
            LongFunction<String> clocks,
            LoginProblem refusal)
            throws PscException {
        demand(expiresAt != null && issuedAt != null, "it lacks exp or iat", refusal);
        demand(expiresAt <= Instant.MAX.getEpochSecond(), "its exp cannot be", refusal);
        var end = clocks.apply(issuedAt);
        demand(now - leeway.toSeconds() < expiresAt, "it has expired" + end, refusal);
        demand(notBefore.orElse(now) <= now + leeway.toSeconds(), "it is not valid yet" + end, refusal);
        demand(issuedAt <= now + leeway.toSeconds(), "it was made in the future" + end, refusal);
        demand(issuedAt >= now - leeway.toSeconds() - MAX_AGE.toSeconds(), "it was made too long ago" + end, refusal);
    }

    static void demand(boolean holds, String otherwise, LoginProblem refusal) throws PscException {
        if (!holds) {
            throw new PscException(refusal, otherwise);
        }
    }
}

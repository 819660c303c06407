package io.github.pscsdk.relyingparty.internal.oidc;

import static io.github.pscsdk.relyingparty.internal.async.Steps.step;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.json.IdTokenClaims;
import io.github.pscsdk.relyingparty.internal.json.UnreadableJsonException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Verifies ID tokens: OpenID Connect Core 1.0, section 3.1.3.7, and RFC 8725. The signature comes first; not a claim is
 * read before it holds. Every refusal is {@code ID_TOKEN_REJECTED} and names the rule, never the value.
 */
public final class IdTokenVerifier {
    // RFC 9068 and OpenID Connect Back-Channel Logout 1.0: tokens of the same issuer made for another use.
    private static final Set<String> OTHER_TYPES = Set.of("at+jwt", "application/at+jwt", "logout+jwt");

    private final KeySet keys;
    private final Set<JWSAlgorithm> algorithms;
    private final IdTokenRules rules;
    private final JwsHeaders headers = new JwsHeaders();

    /** @param algorithms asymmetric ones only; checked by the builder of the relying party */
    public IdTokenVerifier(Provider provider, Set<String> algorithms, IdTokenRules rules) {
        this(provider.keys(), algorithms, rules);
    }

    IdTokenVerifier(KeySet keys, Set<String> algorithms, IdTokenRules rules) {
        this.keys = keys;
        this.algorithms = algorithms.stream().map(JWSAlgorithm::parse).collect(Collectors.toUnmodifiableSet());
        this.rules = rules;
    }

    /**
     * Verifies one.
     *
     * @param accessToken the one that came with it, for {@code at_hash}
     * @param nonce the one sent; where none was sent, none is looked at
     */
    public CompletableFuture<IdTokenClaims> verify(String idToken, String accessToken, Optional<String> nonce) {
        SignedText token;
        try {
            token = SignedText.parse(idToken, headers);
            checkHeader(token.header());
        } catch (PscException e) {
            return CompletableFuture.failedFuture(e);
        }
        return keys.with(token.header().getKeyID()).thenApply(step(published -> {
            checkSignature(token, published);
            var claims = claims(token);
            rules.check(claims, token.header().getAlgorithm().getName(), accessToken, nonce);
            return claims;
        }));
    }

    private void checkHeader(JWSHeader header) throws PscException {
        if (!algorithms.contains(header.getAlgorithm())) {
            throw rejected("its algorithm is not accepted");
        }
        if (header.getKeyID() == null) {
            throw rejected("it names no key");
        }
        // Anything else is taken, absence included: providers disagree on "typ".
        if (header.getType() != null
                && OTHER_TYPES.contains(header.getType().getType().toLowerCase(Locale.ROOT))) {
            throw rejected("it is a token of another kind");
        }
    }

    private static void checkSignature(SignedText token, PublishedKeys published) throws PscException {
        var header = token.header();
        var candidates = published.find(header.getKeyID(), header.getAlgorithm());
        if (candidates.isEmpty()) {
            throw rejected("its key is not published, or not for its algorithm");
        }
        if (candidates.stream().noneMatch(key -> key.verifies(header, token.signed(), token.signature()))) {
            throw rejected("its signature is wrong");
        }
    }

    private static IdTokenClaims claims(SignedText token) throws PscException {
        try {
            return IdTokenClaims.read(token.payload());
        } catch (UnreadableJsonException e) {
            throw new PscException(LoginProblem.ID_TOKEN_REJECTED, "its claims cannot be read", e);
        }
    }

    static PscException rejected(String why) {
        return new PscException(LoginProblem.ID_TOKEN_REJECTED, why);
    }
}

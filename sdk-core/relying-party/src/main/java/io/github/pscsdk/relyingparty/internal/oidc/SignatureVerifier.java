package io.github.pscsdk.relyingparty.internal.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Verifies what PSC signed (RFC 7515, RFC 8725). Not a claim is read before the signature holds. */
final class SignatureVerifier {
    private final KeySetCache keys;
    private final Set<JWSAlgorithm> algorithms;
    private final Predicate<String> kind;
    private final LoginProblem refusal;
    private final JwsHeaders headers = new JwsHeaders();

    /**
     * @param algorithms asymmetric ones only; checked by the builder of the relying party
     * @param kind whether the header's {@code typ}, in lower case, is that of the tokens at hand; absence is always taken,
     *     for providers disagree on it
     * @param refusal the problem of a token that is refused
     */
    SignatureVerifier(KeySetCache keys, Set<String> algorithms, Predicate<String> kind, LoginProblem refusal) {
        this.keys = keys;
        this.algorithms = algorithms.stream().map(JWSAlgorithm::parse).collect(Collectors.toUnmodifiableSet());
        this.kind = kind;
        this.refusal = refusal;
    }

    /** What was signed. */
    record Verified(String algorithm, byte[] payload) {}

    /** The token's content, once its signature holds; else the refusal, or why PSC's keys cannot be had. */
    CompletableFuture<Verified> verify(String compact) {
        try {
            var token = SignedText.parse(compact, headers);
            checkHeader(token.header());
            return keys.with(token.header().getKeyID()).thenApply(published -> verified(token, published));
        } catch (BadSignatureException e) {
            return CompletableFuture.failedFuture(rejected(e.getMessage()));
        }
    }

    private PscException rejected(String why) {
        return new PscException(refusal, why);
    }

    private void checkHeader(JWSHeader header) throws BadSignatureException {
        if (!algorithms.contains(header.getAlgorithm())) {
            throw new BadSignatureException("its algorithm is not accepted");
        }
        if (header.getKeyID() == null) {
            throw new BadSignatureException("it names no key");
        }
        var type = Optional.ofNullable(header.getType()).map(t -> t.getType().toLowerCase(Locale.ROOT));
        if (type.isPresent() && !kind.test(type.get())) {
            throw new BadSignatureException("it is a token of another kind");
        }
    }

    private Verified verified(SignedText token, PublishedKeys published) {
        var header = token.header();
        var candidates = published.find(header.getKeyID(), header.getAlgorithm());
        if (candidates.isEmpty()) {
            throw new CompletionException(rejected("its key is not published, or not for its algorithm"));
        }
        if (candidates.stream().noneMatch(key -> key.verifies(header, token.signed(), token.signature()))) {
            throw new CompletionException(rejected("its signature is wrong"));
        }
        return new Verified(header.getAlgorithm().getName(), token.payload());
    }
}

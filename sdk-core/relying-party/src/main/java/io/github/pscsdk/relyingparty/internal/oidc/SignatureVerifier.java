package io.github.pscsdk.relyingparty.internal.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.text.ParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Verifies what PSC signed (RFC 7515, RFC 8725). Not a claim is read before the signature holds. */
final class SignatureVerifier {
    // RFC 7515, section 7.1. Nimbus would skip white space and odd characters: a token has one spelling.
    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]++(?:\\.[A-Za-z0-9_-]++){2}");

    private final KeySetCache keys;
    private final Set<JWSAlgorithm> algorithms;
    private final Predicate<String> kind;
    private final LoginProblem refusal;

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
            var token = parsed(compact);
            checkHeader(token.getHeader());
            return keys.with(token.getHeader().getKeyID()).thenApply(published -> verified(token, published));
        } catch (BadSignatureException e) {
            return CompletableFuture.failedFuture(rejected(e.getMessage()));
        }
    }

    private static JWSObject parsed(String compact) throws BadSignatureException {
        if (!COMPACT.matcher(compact).matches()) {
            throw new BadSignatureException("it is not a signed token");
        }
        try {
            return JWSObject.parse(compact);
        } catch (ParseException e) {
            // Without the cause: parsers quote what they could not read.
            throw new BadSignatureException("it cannot be read");
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

    private Verified verified(JWSObject token, PublishedKeys published) {
        var header = token.getHeader();
        var candidates = published.find(header.getKeyID(), header.getAlgorithm());
        if (candidates.isEmpty()) {
            throw new CompletionException(rejected("its key is not published, or not for its algorithm"));
        }
        if (candidates.stream().noneMatch(key -> key.verifies(token))) {
            throw new CompletionException(rejected("its signature is wrong"));
        }
        return new Verified(header.getAlgorithm().getName(), token.getPayload().toBytes());
    }
}

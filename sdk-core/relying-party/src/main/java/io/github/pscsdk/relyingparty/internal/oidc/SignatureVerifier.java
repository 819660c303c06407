package io.github.pscsdk.relyingparty.internal.oidc;

import static io.github.pscsdk.relyingparty.internal.async.Futures.checked;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.json.CompactToken;
import io.github.pscsdk.relyingparty.internal.json.CompactToken.Header;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.oidc.Provider.KeySetCache;
import io.github.pscsdk.relyingparty.internal.oidc.PublishedKeys.SigningKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Verifies what PSC signed (RFC 7515, RFC 8725); no claim is read before the signature holds. Tokens are taken apart
 * here, several times as fast as by Nimbus. Any thread.
 */
final class SignatureVerifier {
    private final KeySetCache keys;
    private final Map<String, JWSHeader> algorithms;
    private final Set<String> types;
    private final LoginProblem refusal;
    private volatile Optional<KnownHeader> lastHeader = Optional.empty();

    /** A header that was read: all tokens of one key have the same. */
    private record KnownHeader(String encoded, Header header) {}

    /**
     * @param algorithms asymmetric ones only
     * @param types of the header's {@code typ}, in lower case; absence is always taken, for providers disagree on it
     * @param refusal the problem of a token that is refused
     */
    SignatureVerifier(KeySetCache keys, Set<String> algorithms, Set<String> types, LoginProblem refusal) {
        this.keys = keys;
        this.algorithms = algorithms.stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, name -> new JWSHeader(JWSAlgorithm.parse(name))));
        this.types = types;
        this.refusal = refusal;
    }

    record Verified(String algorithm, byte[] payload) {}

    /** The token's content, once its signature holds; else the refusal, or why PSC's keys cannot be had. */
    CompletableFuture<Verified> verify(String compact) {
        try {
            var token = takenApart(compact);
            checkHeader(token.header());
            return keys.with(known -> !candidates(token, known).isEmpty())
                    .thenCompose(published -> newerWhereDue(token, published))
                    .thenApply(checked(published -> verified(token, published)));
        } catch (PscException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** A key without an id may have been replaced, which only the signature tells. */
    private CompletableFuture<PublishedKeys> newerWhereDue(CompactToken token, PublishedKeys published) {
        var candidates = candidates(token, published);
        var mayBeReplaced = candidates.stream()
                .anyMatch(key -> key.id().isEmpty() || keyId(token).isEmpty());
        return mayBeReplaced && candidates.stream().noneMatch(key -> holds(token, key))
                ? keys.newerThan(published)
                : CompletableFuture.completedFuture(published);
    }

    private CompactToken takenApart(String compact) throws PscException {
        try {
            return CompactToken.read(compact, this::header).orElseThrow(() -> rejected("it is not a signed token"));
        } catch (UnreadableJsonException e) {
            // Without the cause: parsers quote what they could not read.
            throw rejected("it cannot be read");
        }
    }

    private Header header(String compact, int length) throws UnreadableJsonException {
        var known = lastHeader;
        // Only spares reading it once more.
        if (known.isPresent()
                && known.get().encoded().length() == length
                && compact.startsWith(known.get().encoded())) {
            return known.get().header();
        }
        var encoded = compact.substring(0, length);
        var header = Header.read(encoded);
        lastHeader = Optional.of(new KnownHeader(encoded, header));
        return header;
    }

    private void checkHeader(Header header) throws PscException {
        if (header.algorithm().filter(algorithms::containsKey).isEmpty()) {
            throw rejected("its algorithm is not accepted");
        }
        if (header.asksForMore()) {
            throw rejected("its header has crit, b64 or zip");
        }
        if (header.type().isPresent() && !types.contains(header.type().get())) {
            throw rejected("it is a token of another kind");
        }
    }

    private Verified verified(CompactToken token, PublishedKeys published) throws PscException {
        var candidates = candidates(token, published);
        if (candidates.isEmpty()) {
            throw rejected(
                    keyId(token).isEmpty() ? "it names no key" : "its key is not published, or not for its algorithm");
        }
        if (candidates.stream().noneMatch(key -> holds(token, key))) {
            throw rejected("its signature is wrong");
        }
        return new Verified(token.header().algorithm().orElseThrow(), token.payload());
    }

    private List<SigningKey> candidates(CompactToken token, PublishedKeys published) {
        return published.find(keyId(token), algorithm(token).getAlgorithm());
    }

    private boolean holds(CompactToken token, SigningKey key) {
        return key.verifies(algorithm(token), token.text(), token.signedLength(), token.signature());
    }

    /** Of a token whose header was checked. */
    private JWSHeader algorithm(CompactToken token) {
        return token.header().algorithm().map(algorithms::get).orElseThrow();
    }

    private static Optional<String> keyId(CompactToken token) {
        return token.header().keyId();
    }

    private PscException rejected(String why) {
        return new PscException(refusal, why);
    }
}

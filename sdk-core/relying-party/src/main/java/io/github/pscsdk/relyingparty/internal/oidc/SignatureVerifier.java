package io.github.pscsdk.relyingparty.internal.oidc;

import static io.github.pscsdk.relyingparty.internal.async.Futures.checked;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.json.Base64Url;
import io.github.pscsdk.relyingparty.internal.json.JoseHeader;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.oidc.Provider.KeySetCache;
import io.github.pscsdk.relyingparty.internal.oidc.PublishedKeys.SigningKey;
import java.nio.charset.StandardCharsets;
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
    private record KnownHeader(String encoded, JoseHeader header) {
        boolean begins(String compact, int length) {
            return encoded.length() == length && compact.startsWith(encoded);
        }
    }

    /** A token in compact form (RFC 7515, section 7.1), taken apart; its header alone was read. */
    private record Parts(JoseHeader header, byte[] text, int signedLength, byte[] payload, byte[] signature) {
        private String keyId() {
            return header.keyId().orElse(null);
        }

        @Override
        public String toString() {
            return "Parts[]";
        }
    }

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
    private CompletableFuture<PublishedKeys> newerWhereDue(Parts token, PublishedKeys published) {
        var candidates = candidates(token, published);
        var mayBeReplaced = candidates.stream().anyMatch(key -> key.id() == null || token.keyId() == null);
        return mayBeReplaced && candidates.stream().noneMatch(key -> holds(token, key))
                ? keys.newerThan(published)
                : CompletableFuture.completedFuture(published);
    }

    private Parts takenApart(String compact) throws PscException {
        var first = compact.indexOf('.');
        var second = compact.indexOf('.', first + 1);
        // Without a first dot there is no second one.
        if (second == -1 || compact.indexOf('.', second + 1) != -1) {
            throw rejected("it is not a signed token");
        }
        var text = compact.getBytes(StandardCharsets.US_ASCII);
        try {
            return new Parts(
                    header(compact, first),
                    text,
                    second,
                    Base64Url.decode(text, first + 1, second),
                    Base64Url.decode(text, second + 1, text.length));
        } catch (UnreadableJsonException | IllegalArgumentException e) {
            // Without the cause: parsers quote what they could not read.
            throw rejected("it cannot be read");
        }
    }

    private JoseHeader header(String compact, int length) throws UnreadableJsonException {
        var known = lastHeader;
        // Only spares reading it once more.
        if (known.isPresent() && known.get().begins(compact, length)) {
            return known.get().header();
        }
        var encoded = compact.substring(0, length);
        var header = JoseHeader.read(encoded);
        lastHeader = Optional.of(new KnownHeader(encoded, header));
        return header;
    }

    private void checkHeader(JoseHeader header) throws PscException {
        if (header.algorithm() == null || !algorithms.containsKey(header.algorithm())) {
            throw rejected("its algorithm is not accepted");
        }
        if (header.asksForMore()) {
            throw rejected("its header has crit, b64 or zip");
        }
        if (header.type().isPresent() && !types.contains(header.type().get())) {
            throw rejected("it is a token of another kind");
        }
    }

    private Verified verified(Parts token, PublishedKeys published) throws PscException {
        var candidates = candidates(token, published);
        if (candidates.isEmpty()) {
            throw rejected(
                    token.keyId() == null ? "it names no key" : "its key is not published, or not for its algorithm");
        }
        if (candidates.stream().noneMatch(key -> holds(token, key))) {
            throw rejected("its signature is wrong");
        }
        return new Verified(token.header().algorithm(), token.payload());
    }

    private List<SigningKey> candidates(Parts token, PublishedKeys published) {
        return published.find(
                token.keyId(), algorithms.get(token.header().algorithm()).getAlgorithm());
    }

    private boolean holds(Parts token, SigningKey key) {
        return key.verifies(
                algorithms.get(token.header().algorithm()), token.text(), token.signedLength(), token.signature());
    }

    private PscException rejected(String why) {
        return new PscException(refusal, why);
    }
}

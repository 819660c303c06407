package io.github.pscsdk.relyingparty.internal.oidc;

import static io.github.pscsdk.relyingparty.internal.async.Futures.checked;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Verifies what PSC signed (RFC 7515, RFC 8725). Not a claim is read before the signature holds. Tokens are taken apart here
 * and not by Nimbus, which takes several times as long. Any thread.
 */
final class SignatureVerifier {
    private final KeySetCache keys;
    private final Set<JWSAlgorithm> algorithms;
    private final Predicate<String> kind;
    private final LoginProblem refusal;
    private volatile Optional<KnownHeader> lastHeader = Optional.empty();

    /** A header that was read: all tokens of one key have the same. */
    private record KnownHeader(String encoded, JWSHeader header) {}

    /** A token in compact form (RFC 7515, section 7.1), taken apart; the header alone has been read. */
    private record Parts(JWSHeader header, byte[] payload, byte[] signed, Base64URL signature) {
        /** Prints nothing: it is a token. */
        @Override
        public String toString() {
            return "Parts[]";
        }
    }

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
            var token = takenApart(compact);
            checkHeader(token.header());
            return keys.with(token.header().getKeyID()).thenApply(checked(published -> verified(token, published)));
        } catch (PscException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private Parts takenApart(String compact) throws PscException {
        var first = compact.indexOf('.');
        var second = compact.indexOf('.', first + 1);
        if (first < 0 || second < 0 || compact.indexOf('.', second + 1) >= 0) {
            throw rejected("it is not a signed token");
        }
        var text = compact.getBytes(StandardCharsets.US_ASCII);
        try {
            return new Parts(
                    header(compact.substring(0, first)),
                    decoded(text, first + 1, second),
                    Arrays.copyOf(text, second),
                    new DecodedSignature(compact.substring(second + 1), decoded(text, second + 1, text.length)));
        } catch (ParseException | IllegalArgumentException e) {
            // Without the cause: parsers quote what they could not read.
            throw rejected("it cannot be read");
        }
    }

    private JWSHeader header(String encoded) throws ParseException {
        var known = lastHeader;
        if (known.isPresent() && known.get().encoded().equals(encoded)) {
            return known.get().header();
        }
        var header = JWSHeader.parse(new Base64URL(encoded));
        lastHeader = Optional.of(new KnownHeader(encoded, header));
        return header;
    }

    private static byte[] decoded(byte[] text, int from, int to) {
        return Base64.getUrlDecoder().decode(Arrays.copyOfRange(text, from, to));
    }

    private void checkHeader(JWSHeader header) throws PscException {
        if (!algorithms.contains(header.getAlgorithm())) {
            throw rejected("its algorithm is not accepted");
        }
        if (header.getKeyID() == null) {
            throw rejected("it names no key");
        }
        var type = Optional.ofNullable(header.getType()).map(t -> t.getType().toLowerCase(Locale.ROOT));
        if (type.isPresent() && !kind.test(type.get())) {
            throw rejected("it is a token of another kind");
        }
    }

    private Verified verified(Parts token, PublishedKeys published) throws PscException {
        var header = token.header();
        var candidates = published.find(header.getKeyID(), header.getAlgorithm());
        if (candidates.isEmpty()) {
            throw rejected("its key is not published, or not for its algorithm");
        }
        if (candidates.stream().noneMatch(key -> key.verifies(header, token.signed(), token.signature()))) {
            throw rejected("its signature is wrong");
        }
        return new Verified(header.getAlgorithm().getName(), token.payload());
    }

    private PscException rejected(String why) {
        return new PscException(refusal, why);
    }

    /** A signature for Nimbus, decoded by the JDK: several times as fast, and strict where Nimbus skips odd characters. */
    private static final class DecodedSignature extends Base64URL {
        private static final long serialVersionUID = 1;

        private final byte[] bytes;

        DecodedSignature(String encoded, byte[] bytes) {
            super(encoded);
            this.bytes = bytes;
        }

        @Override
        public byte[] decode() {
            return bytes.clone();
        }
    }
}

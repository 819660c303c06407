package io.github.pscsdk.benchmark;

import io.github.pscsdk.benchmark.harness.PairedCosts;
import io.github.pscsdk.benchmark.harness.Run;
import io.github.pscsdk.benchmark.harness.Slices;
import io.github.pscsdk.httpclient.ForwardProxy;
import io.github.pscsdk.relyingparty.environment.AcrPolicy;
import io.github.pscsdk.relyingparty.internal.async.Events;
import io.github.pscsdk.relyingparty.internal.http.ClientConnections;
import io.github.pscsdk.relyingparty.internal.http.ClientCredentials;
import io.github.pscsdk.relyingparty.internal.http.ClientCredentials.Method;
import io.github.pscsdk.relyingparty.internal.json.IdTokenClaims;
import io.github.pscsdk.relyingparty.internal.oidc.Provider;
import io.github.pscsdk.relyingparty.internal.oidc.TokenVerifier;
import io.github.pscsdk.relyingparty.internal.oidc.TokenVerifier.Expected;
import io.github.pscsdk.time.internal.Scheduler;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.conscrypt.Conscrypt;

/** One ID token, checked as a login does it, and its signature checked by the JDK alone. */
final class IdToken {
    private static final String NONCE = "Zm9yLW9uZS1sb2dpbi1vbmx5LWFuZC1uby1vdGhlcg";

    private static final Clock CLOCK =
            Clock.fixed(Clock.systemUTC().instant(), Clock.systemUTC().getZone());

    private IdToken() {}

    static void take(Run run) throws Exception {
        var signer = new TokenSigner();
        var key = signer.publicKey();
        try (var psc = new CannedPsc(signer);
                var connections = new ClientConnections(
                        TokenSigner.CLIENT,
                        ClientCredentials.secret(Method.CLIENT_SECRET_POST, "none"),
                        Optional.empty(),
                        ForwardProxy.ofJava(),
                        Optional.empty(),
                        Events.NONE)) {
            var token = signer.idToken(
                    psc.issuer().toString(), NONCE, CLOCK.instant().getEpochSecond());
            var verifier = verifier(psc, connections, Optional.empty());
            var fastVerifier = verifier(psc, connections, Optional.of(Conscrypt.newProvider()));
            var signed = token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
            var signature = Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1));
            var slices = new Slices(run);
            var pairs = PairedCosts.take(
                    run.of(25, 1),
                    run.of(100, 3),
                    () -> slices.nanos(() -> wholeCheck(verifier, token)),
                    () -> slices.nanos(() -> signatureAlone(key, signed, signature)));
            run.add("size of the token", token.length(), "B");
            run.add("signature alone, CPU", pairs.limit() / 1e3, "µs");
            run.add("whole check, CPU", pairs.ours() / 1e3, "µs");
            run.ratio("share of the signature in the whole check", 1 / pairs.ratio());
            var hash = slices.nanos(IdToken::accessTokenHash);
            run.ratio("the same without at_hash", pairs.limit() / (pairs.ours() - hash));
            var fast = PairedCosts.take(
                    run.of(25, 1),
                    run.of(100, 3),
                    () -> slices.nanos(() -> wholeCheck(fastVerifier, token)),
                    () -> slices.nanos(() -> signatureAlone(key, signed, signature)));
            run.ratio("share of the JDK's signature in the whole check by Conscrypt", 1 / fast.ratio());
            run.add("signature alone, allocated", slices.bytes(() -> signatureAlone(key, signed, signature)), "B");
            run.add("whole check, allocated", slices.bytes(() -> wholeCheck(verifier, token)), "B");
        }
    }

    private static TokenVerifier verifier(
            CannedPsc psc, ClientConnections connections, Optional<java.security.Provider> signatures) {
        var expected = new Expected(
                psc.issuer().toString(),
                TokenSigner.CLIENT,
                Set.of("RS256"),
                AcrPolicy.DEFAULT,
                Duration.ofSeconds(60));
        return new TokenVerifier(
                new Provider(psc.environment(), false, connections, signatures, Scheduler.of(CLOCK, "unused")).keys(),
                expected,
                CLOCK);
    }

    private static IdTokenClaims wholeCheck(TokenVerifier verifier, String token) {
        return verifier.verify(token, TokenSigner.ACCESS_TOKEN, Optional.of(NONCE))
                .join();
    }

    /** The limit. */
    private static boolean signatureAlone(PublicKey key, byte[] signed, byte[] signature)
            throws GeneralSecurityException {
        var check = Signature.getInstance("SHA256withRSA");
        check.initVerify(key);
        check.update(signed);
        return check.verify(signature);
    }

    /** The digest of {@code at_hash}, which no peer checks. */
    private static byte[] accessTokenHash() throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256")
                .digest(TokenSigner.ACCESS_TOKEN.getBytes(StandardCharsets.US_ASCII));
    }
}

package io.github.pscsdk.benchmark.oidc;

import io.github.pscsdk.benchmark.psc.CannedPsc;
import io.github.pscsdk.benchmark.psc.TokenSigner;
import io.github.pscsdk.relyingparty.environment.AcrPolicy;
import io.github.pscsdk.relyingparty.internal.async.Events;
import io.github.pscsdk.relyingparty.internal.http.ClientConnections;
import io.github.pscsdk.relyingparty.internal.http.ClientCredentials;
import io.github.pscsdk.relyingparty.internal.json.IdTokenClaims;
import io.github.pscsdk.relyingparty.internal.oidc.IdTokenVerifier;
import io.github.pscsdk.relyingparty.internal.oidc.Provider;
import java.io.IOException;
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
final class IdTokenChecks implements AutoCloseable {
    private static final String NONCE = "Zm9yLW9uZS1sb2dpbi1vbmx5LWFuZC1uby1vdGhlcg";

    private final TokenSigner signer = new TokenSigner();
    private final CannedPsc psc;
    private final ClientConnections connections;
    private final IdTokenVerifier verifier;
    private final IdTokenVerifier nativeVerifier;
    private final String token;
    private final PublicKey key = signer.publicKey();
    private final byte[] signed;
    private final byte[] signature;

    IdTokenChecks() {
        psc = new CannedPsc(signer);
        var issuer = psc.issuer().toString();
        var clock = Clock.fixed(Clock.systemUTC().instant(), Clock.systemUTC().getZone());
        connections = new ClientConnections(
                TokenSigner.CLIENT,
                new ClientCredentials.Post("none"),
                Optional.empty(),
                Optional.empty(),
                Events.NONE);
        var expected = new IdTokenVerifier.Expected(
                issuer, TokenSigner.CLIENT, Set.of("RS256"), AcrPolicy.DEFAULT, Set.of(), Duration.ofSeconds(60));
        verifier = verifier(Optional.empty(), expected, clock);
        nativeVerifier = verifier(Optional.of(Conscrypt.newProvider()), expected, clock);
        token = signer.idToken(issuer, NONCE, clock.instant().getEpochSecond());
        signed = token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
        signature = Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1));
    }

    private IdTokenVerifier verifier(
            Optional<java.security.Provider> signatures, IdTokenVerifier.Expected expected, Clock clock) {
        return new IdTokenVerifier(
                new Provider(psc.environment(), false, connections.psc(), signatures, clock), expected, clock);
    }

    /** The signature alone: the limit. */
    boolean signatureAlone() throws GeneralSecurityException {
        var check = Signature.getInstance("SHA256withRSA");
        check.initVerify(key);
        check.update(signed);
        return check.verify(signature);
    }

    /** Signature and every claim, to an object. */
    IdTokenClaims wholeCheck() {
        return verifier.verify(token, TokenSigner.ACCESS_TOKEN, Optional.of(NONCE))
                .join();
    }

    /** The same by a native provider. */
    IdTokenClaims wholeNativeCheck() {
        return nativeVerifier
                .verify(token, TokenSigner.ACCESS_TOKEN, Optional.of(NONCE))
                .join();
    }

    /** The digest of {@code at_hash}, which no peer checks. */
    byte[] accessTokenHash() throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256")
                .digest(TokenSigner.ACCESS_TOKEN.getBytes(StandardCharsets.US_ASCII));
    }

    int tokenSize() {
        return token.length();
    }

    /** Stops the server of the keys. */
    @Override
    public void close() throws IOException {
        connections.close();
        psc.close();
    }
}

package io.github.pscsdk.relyingparty.internal.oidc;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.Payload;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.testkit.support.AnyInput;
import java.nio.charset.StandardCharsets;

/** Any text as a logout token, and any bytes as the claims of one that is signed. */
class LogoutTokenFuzz {
    private static final TokenVerifier VERIFIER = LogoutTokenTest.verifier();

    @FuzzTest
    void any_logout_token_is_taken_or_refused(byte[] input) {
        var header = SignedTokens.header(JWSAlgorithm.RS256, SignedTokens.KEY.getKeyID());
        var signed = SignedTokens.sign(header.build(), new Payload(input), SignedTokens.KEY);

        verify(new String(input, StandardCharsets.ISO_8859_1));
        verify(signed);
    }

    private static void verify(String token) {
        AnyInput.read(() -> Futures.await(VERIFIER.verifyLogout(token)), PscException.class);
    }
}

package io.github.pscsdk.relyingparty.internal.oidc;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.Payload;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.testkit.support.AnyInput;
import java.nio.charset.StandardCharsets;

/** Any text as an ID token, and any bytes as the claims of one that is signed. */
class IdTokenFuzz {
    private static final Verifying VERIFYING = Verifying.byDefault();

    @FuzzTest
    void any_id_token_is_taken_or_refused(byte[] input) {
        var header = SignedTokens.header(JWSAlgorithm.RS256, SignedTokens.KEY.getKeyID());
        var signed = SignedTokens.sign(header.build(), new Payload(input), SignedTokens.KEY);

        AnyInput.read(() -> VERIFYING.verify(new String(input, StandardCharsets.ISO_8859_1)), PscException.class);
        AnyInput.read(() -> VERIFYING.verify(signed), PscException.class);
    }
}

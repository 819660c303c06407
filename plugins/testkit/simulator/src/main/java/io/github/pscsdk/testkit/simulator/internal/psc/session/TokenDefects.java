package io.github.pscsdk.testkit.simulator.internal.psc.session;

import io.github.pscsdk.testkit.persona.internal.json.JsonObject;
import io.github.pscsdk.testkit.simulator.internal.jose.SigningKeys;
import io.github.pscsdk.testkit.simulator.internal.psc.session.LoginDefects.Signature;
import io.github.pscsdk.testkit.simulator.model.Dial;
import io.github.pscsdk.testkit.simulator.model.Dials;
import io.github.pscsdk.testkit.simulator.model.TokenDefect;

/** Signs tokens, with the missing claims and the defects that the dials say. */
public final class TokenDefects {
    private TokenDefects() {}

    /**
     * Changes the claims, and signs them.
     *
     * @param defect the dial of this kind of token
     * @param usual how to sign where that dial does not say
     */
    public static String sign(
            JsonObject claims,
            Dial<TokenDefect> defect,
            Dials dials,
            Signature usual,
            String issuer,
            SigningKeys keys) {
        withoutMissing(claims, dials);
        var signature = dials.value(defect)
                .map(known -> spoil(claims, issuer, known, usual))
                .orElse(usual);
        return switch (signature) {
            case PUBLISHED_KEY -> keys.active().sign(claims);
            case ANOTHER_KEY -> keys.signAsImpostor(claims);
            case UNPUBLISHED_KID -> keys.signAsStranger(claims);
        };
    }

    /** Removes the claims that {@link Dial#MISSING_CLAIMS} names. */
    public static JsonObject withoutMissing(JsonObject document, Dials dials) {
        dials.value(Dial.MISSING_CLAIMS).ifPresent(missing -> missing.names().forEach(document::without));
        return document;
    }

    private static Signature spoil(JsonObject claims, String issuer, TokenDefect defect, Signature usual) {
        switch (defect) {
            case WRONG_SIGNATURE -> {
                return Signature.ANOTHER_KEY;
            }
            case UNKNOWN_KID -> {
                return Signature.UNPUBLISHED_KID;
            }
            case WRONG_AUDIENCE -> claims.with("aud", "somebody-else");
            case WRONG_ISSUER -> claims.with("iss", issuer + "-other");
            case WRONG_NONCE -> claims.with("nonce", "not the one that was sent");
            case DUPLICATE_MEMBER -> claims.withTwin("sub", "f:00000000-0000-4000-8000-000000000001:899999100029");
        }
        return usual;
    }
}

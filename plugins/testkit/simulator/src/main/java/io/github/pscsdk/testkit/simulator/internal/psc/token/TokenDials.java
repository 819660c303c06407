package io.github.pscsdk.testkit.simulator.internal.psc.token;

import io.github.pscsdk.testkit.persona.internal.json.JsonObject;
import io.github.pscsdk.testkit.simulator.Dial;
import io.github.pscsdk.testkit.simulator.Dials;
import io.github.pscsdk.testkit.simulator.TokenDefect;
import io.github.pscsdk.testkit.simulator.internal.jose.SigningKeys;
import io.github.pscsdk.testkit.simulator.internal.script.LoginDefects;
import java.time.Duration;

/** The dials of one kind of token. Applies them to the claims of a valid token. */
public enum TokenDials {
    ID(Dial.TOKEN_DEFECT, Dial.CLOCK_SKEW),
    ACCESS(Dial.ACCESS_TOKEN_DEFECT, Dial.ACCESS_TOKEN_SKEW),
    LOGOUT(Dial.LOGOUT_TOKEN_DEFECT, Dial.LOGOUT_TOKEN_SKEW);

    private final Dial<TokenDefect> defect;
    private final Dial<Duration> skew;

    TokenDials(Dial<TokenDefect> defect, Dial<Duration> skew) {
        this.defect = defect;
        this.skew = skew;
    }

    /** How far the token is ahead of the clock; {@code otherwise} where nobody turned the dial. */
    public Duration skew(Dials dials, Duration otherwise) {
        return dials.value(skew).orElse(otherwise);
    }

    /** Changes the claims, and signs the token: in the way of {@code otherwise} where no dial chooses another. */
    public String finish(
            JsonObject claims, String issuer, SigningKeys keys, Dials dials, LoginDefects.Signature otherwise) {
        MissingClaims.from(claims, dials);
        var wrong = dials.value(defect);
        wrong.ifPresent(known -> spoil(claims, issuer, known));
        return switch (wrong.map(known -> signature(known, otherwise)).orElse(otherwise)) {
            case PUBLISHED_KEY -> keys.active().sign(claims);
            case ANOTHER_KEY -> keys.signAsImpostor(claims);
            case UNPUBLISHED_KID -> keys.signAsStranger(claims);
        };
    }

    private static void spoil(JsonObject claims, String issuer, TokenDefect defect) {
        switch (defect) {
            case WRONG_AUDIENCE -> claims.with("aud", "somebody-else");
            case WRONG_ISSUER -> claims.with("iss", issuer + "-other");
            case WRONG_NONCE -> claims.with("nonce", "not the one that was sent");
            case DUPLICATE_MEMBER -> claims.withTwin("sub", "f:00000000-0000-4000-8000-000000000001:899999100029");
            case WRONG_SIGNATURE, UNKNOWN_KID -> {
                // A matter of the signature.
            }
        }
    }

    private static LoginDefects.Signature signature(TokenDefect defect, LoginDefects.Signature otherwise) {
        return switch (defect) {
            case WRONG_SIGNATURE -> LoginDefects.Signature.ANOTHER_KEY;
            case UNKNOWN_KID -> LoginDefects.Signature.UNPUBLISHED_KID;
            case WRONG_AUDIENCE, WRONG_ISSUER, WRONG_NONCE, DUPLICATE_MEMBER -> otherwise;
        };
    }
}

package io.github.pscsdk.testkit.internal.psc;

import io.github.pscsdk.testkit.CardAcr;
import io.github.pscsdk.testkit.Dial;
import io.github.pscsdk.testkit.Drift;
import io.github.pscsdk.testkit.TokenDefect;
import io.github.pscsdk.testkit.internal.json.JsonObject;
import io.github.pscsdk.testkit.internal.persona.Proof;
import java.util.Optional;

/** What the dials make of an ID token that was in order. */
final class IdTokenClaims {
    private IdTokenClaims() {}

    /** The level that the token states (pro-sante-connect, section 4.5). */
    static String acr(Session session) {
        var dials = session.dials();
        if (dials.value(Dial.DRIFT).equals(Optional.of(Drift.NEW_ACR))) {
            return "eidas4";
        }
        var card = session.authMode().equals("CARD");
        return card && dials.value(Dial.CARD_ACR).equals(Optional.of(CardAcr.EIDAS3)) ? "eidas3" : Rules.ACR;
    }

    /** Changes the claims that are dialled to be wrong. */
    static JsonObject spoil(JsonObject claims, String issuer, Session session) {
        var dials = session.dials();
        if (dials.value(Dial.DRIFT).equals(Optional.of(Drift.MISSING_CLAIM))) {
            claims.without("SubjectNameID");
        }
        return dials.value(Dial.TOKEN_DEFECT)
                .map(defect -> spoil(claims, issuer, defect))
                .orElse(claims);
    }

    private static JsonObject spoil(JsonObject claims, String issuer, TokenDefect defect) {
        return switch (defect) {
            case WRONG_AUDIENCE -> claims.with("aud", "somebody-else");
            case WRONG_ISSUER -> claims.with("iss", issuer + "-other");
            case WRONG_NONCE -> claims.with("nonce", "not the one that was sent");
            case DUPLICATE_MEMBER -> claims.withTwin("sub", "f:00000000-0000-4000-8000-000000000001:899999100029");
            case WRONG_SIGNATURE, UNKNOWN_KID -> claims;
        };
    }

    /** By which key it is signed. */
    static Proof.Signature signature(Session session) {
        return session.dials()
                .value(Dial.TOKEN_DEFECT)
                .flatMap(IdTokenClaims::signature)
                .orElse(session.proof().signature());
    }

    private static Optional<Proof.Signature> signature(TokenDefect defect) {
        return switch (defect) {
            case WRONG_SIGNATURE -> Optional.of(Proof.Signature.ANOTHER_KEY);
            case UNKNOWN_KID -> Optional.of(Proof.Signature.UNPUBLISHED_KID);
            case WRONG_AUDIENCE, WRONG_ISSUER, WRONG_NONCE, DUPLICATE_MEMBER -> Optional.empty();
        };
    }
}

package io.github.pscsdk.testkit.simulator.internal.psc.session;

import io.github.pscsdk.testkit.persona.internal.json.JsonObjectBuilder;
import io.github.pscsdk.testkit.simulator.internal.model.Dial;
import io.github.pscsdk.testkit.simulator.internal.model.Dials;
import io.github.pscsdk.testkit.simulator.internal.model.TokenDefect;
import java.util.Optional;
import java.util.stream.Stream;

/** The dials that change tokens. */
public final class TokenDefects {
    private TokenDefects() {}

    public static String sign(JsonObjectBuilder claims, Optional<TokenDefect> defect, String issuer, SigningKeys keys) {
        if (defect.isEmpty()) {
            return keys.active().sign(claims);
        }
        return switch (defect.get()) {
            case WRONG_SIGNATURE -> keys.signAsImpostor(claims);
            case UNKNOWN_KID -> keys.signAsStranger(claims);
            case WRONG_AUDIENCE -> keys.active().sign(claims.with("aud", "somebody-else"));
            case WRONG_ISSUER -> keys.active().sign(claims.with("iss", issuer + "-other"));
            case WRONG_NONCE -> keys.active().sign(claims.with("nonce", "not the one that was sent"));
            case DUPLICATE_MEMBER ->
                keys.active().sign(claims.withTwin("sub", "f:00000000-0000-4000-8000-000000000001:899999100029"));
        };
    }

    /** Removes the claims that {@link Dial#MISSING_CLAIMS} names. */
    public static JsonObjectBuilder withoutMissing(JsonObjectBuilder document, Dials dials) {
        dials.value(Dial.MISSING_CLAIMS)
                .ifPresent(missing -> Stream.of(missing.split(",")).forEach(document::without));
        return document;
    }
}

package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.simulator.internal.http.FormParameters;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.model.Dial;
import io.github.pscsdk.testkit.simulator.internal.model.Dials;
import io.github.pscsdk.testkit.simulator.internal.model.Strictness;
import java.util.List;
import java.util.Set;

/**
 * The rules for a login request, in the browser and on the back channel (pro-sante-connect, sections 2, 7.2 and 15.4).
 */
final class LoginRequestRules {
    /** The scope that every request must ask for, and that is granted. */
    static final String SCOPE = "openid scope_all";

    /** The level that every request must ask for, and that the tokens state. */
    static final String ACR = "eidas1";

    private LoginRequestRules() {}

    /**
     * Whether a request leads to the login of an organisation ({@code kc_idp_hint}): every alias is one, as no list is
     * known.
     */
    static boolean isDelegated(FormParameters form) {
        return form.optional("kc_idp_hint").isPresent();
    }

    static void check(FormParameters form, Dials dials) throws OAuthErrorException {
        checkScope(form, dials);
        checkAcr(form, dials);
    }

    private static void checkScope(FormParameters form, Dials dials) throws OAuthErrorException {
        var asked = Set.copyOf(List.of(form.optional("scope").orElse("").split(" ")));
        if (asked.equals(Set.of("scope_all"))) {
            demand(OAuthErrorException.of("invalid_scope", "The scope lacks openid"), dials);
        } else if (!asked.equals(Set.of(SCOPE.split(" ")))) {
            throw OAuthErrorException.of("invalid_scope", "The scope must be openid scope_all");
        }
    }

    private static void checkAcr(FormParameters form, Dials dials) throws OAuthErrorException {
        var asked = form.optional("acr_values");
        if (asked.isEmpty()) {
            demand(OAuthErrorException.invalidRequest("Missing parameter: acr_values"), dials);
        } else if (!asked.get().equals(ACR)) {
            throw OAuthErrorException.invalidRequest("acr_values must be eidas1");
        }
    }

    /** Refuses what real clients are known to do, unless the simulator is to take that. */
    static void demand(OAuthErrorException refusal, Dials dials) throws OAuthErrorException {
        if (!dials.is(Dial.STRICTNESS, Strictness.AS_KNOWN)) {
            throw refusal.unless(Dial.STRICTNESS, Strictness.AS_KNOWN);
        }
    }
}

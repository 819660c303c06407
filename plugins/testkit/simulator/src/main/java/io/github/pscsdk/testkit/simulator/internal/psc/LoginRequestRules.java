package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.simulator.internal.http.FormParameters;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import java.util.List;
import java.util.Set;

/** What a login request must ask for, in the browser and on the back channel (pro-sante-connect, sections 2 and 7.2). */
final class LoginRequestRules {
    /** The scope that every request must ask for, and that is granted. */
    static final String SCOPE = "openid scope_all";

    /** The level that every request must ask for, and that the tokens state. */
    static final String ACR = "eidas1";

    private LoginRequestRules() {}

    static void checkScope(FormParameters form) throws OAuthErrorException {
        var asked = Set.copyOf(List.of(form.optional("scope").orElse("").split(" ")));
        if (!asked.equals(Set.of(SCOPE.split(" ")))) {
            throw OAuthErrorException.of("invalid_scope", "The scope must be openid scope_all");
        }
    }

    static void checkAcr(FormParameters form) throws OAuthErrorException {
        if (!form.required("acr_values").equals(ACR)) {
            throw OAuthErrorException.invalidRequest("acr_values must be eidas1");
        }
    }
}

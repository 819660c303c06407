package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.simulator.internal.http.Form;
import io.github.pscsdk.testkit.simulator.internal.http.Refusal;
import java.util.List;
import java.util.Set;

/** What both ways in demand of a request (pro-sante-connect, sections 2 and 7.2). */
final class Rules {
    /** What every request must ask for, and what is granted. */
    static final String SCOPE = "openid scope_all";

    /** The level that every request must ask for, and that the tokens state. */
    static final String ACR = "eidas1";

    private Rules() {}

    static void checkScope(Form form) throws Refusal {
        var asked = Set.copyOf(List.of(form.optional("scope").orElse("").split(" ")));
        if (!asked.equals(Set.of(SCOPE.split(" ")))) {
            throw Refusal.of("invalid_scope", "The scope must be openid scope_all");
        }
    }

    static void checkAcr(Form form) throws Refusal {
        if (!form.required("acr_values").equals(ACR)) {
            throw Refusal.invalidRequest("acr_values must be eidas1");
        }
    }
}

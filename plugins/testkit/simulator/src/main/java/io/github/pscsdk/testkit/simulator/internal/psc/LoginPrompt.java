package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.simulator.internal.http.FormParameters;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.model.Dial;
import io.github.pscsdk.testkit.simulator.internal.model.Dials;
import io.github.pscsdk.testkit.simulator.internal.model.PromptParameterUse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code prompt} and {@code max_age} of a login request (OpenID Connect Core §3.1.2.1), as Keycloak reads them. */
record LoginPrompt(Set<String> values, Optional<Duration> maxAge) {
    private static final String NONE = "none";

    static LoginPrompt of(FormParameters form, Dials dials) throws OAuthErrorException {
        if (dials.is(Dial.PROMPT, PromptParameterUse.IGNORED)) {
            return new LoginPrompt(Set.of(), Optional.empty());
        }
        var values = Set.copyOf(List.of(form.optional("prompt").orElse("").split(" ")));
        if (values.contains(NONE) && values.size() > 1) {
            throw OAuthErrorException.invalidRequest("prompt=none goes with no other value");
        }
        var maxAge = form.optional("max_age");
        if (maxAge.isPresent() && !maxAge.get().matches("[0-9]{1,9}")) {
            throw OAuthErrorException.invalidRequest("Invalid parameter: max_age");
        }
        return new LoginPrompt(values, maxAge.map(Long::parseLong).map(Duration::ofSeconds));
    }

    boolean forbidsPage() {
        return values.contains(NONE);
    }

    /** Whether a login of that moment will do. */
    boolean accepts(Instant authTime, Instant now) {
        var oldEnough = maxAge.filter(age -> age.isZero() || authTime.plus(age).isBefore(now));
        return !values.contains("login") && oldEnough.isEmpty();
    }
}

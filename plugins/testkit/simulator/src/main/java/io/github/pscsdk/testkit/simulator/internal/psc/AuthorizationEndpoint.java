package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.simulator.internal.http.FormParameters;
import io.github.pscsdk.testkit.simulator.internal.http.Handler;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.http.ReturnUri;
import io.github.pscsdk.testkit.simulator.internal.model.Dial;
import io.github.pscsdk.testkit.simulator.internal.model.Dials;
import io.github.pscsdk.testkit.simulator.internal.model.PromptParameterUse;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The login page on the wallet's origin (RFC 6749 §4.1; pro-sante-connect, section 2): checks the request. */
record AuthorizationEndpoint(LoginPage loginPage, AuthorizationResponses responses) implements Handler {
    @Override
    public Reply answer(IncomingRequest request) {
        var form = request.query();
        var client = once(form, "client_id").flatMap(responses.realm().clients()::find);
        var redirectUri = once(form, "redirect_uri");
        if (client.isEmpty() || redirectUri.filter(client.get()::mayReturnTo).isEmpty()) {
            // RFC 6749 §4.1.2.1: never send the browser to an address that nobody declared.
            return responses.message(request, 400, "login.undeclared");
        }
        var back = new ReturnUri(redirectUri.get());
        try {
            check(request, form.wellFormed());
            return logIn(request, client.get(), form, back);
        } catch (OAuthErrorException e) {
            return Reply.redirect(responses.refuse(e, form, back)).noted(e.note());
        }
    }

    private Reply logIn(IncomingRequest browser, SimulatedClient client, FormParameters form, ReturnUri back)
            throws OAuthErrorException {
        var prompt = LoginPrompt.of(form, dials());
        var session = responses
                .browsers()
                .find(browser)
                .filter(open -> prompt.accepts(
                        open.authTime(), responses.realm().simulation().now()));
        if (session.isPresent()) {
            return Reply.redirect(responses.code(session.get(), client, form, back));
        }
        if (prompt.forbidsPage()) {
            throw OAuthErrorException.of("login_required", "The person must log in");
        }
        return loginPage.answer(browser, client, form, back);
    }

    private Dials dials() {
        return responses.realm().simulation().dials();
    }

    private static Optional<String> once(FormParameters form, String name) {
        return form.isRepeated(name) ? Optional.empty() : form.optional(name);
    }

    private void check(IncomingRequest request, FormParameters form) throws OAuthErrorException {
        if (request.path().endsWith("/")) {
            LoginRequestRules.demand(
                    OAuthErrorException.invalidRequest("The address of the login page has no final slash"), dials());
        }
        if (!form.required("response_type").equals("code")) {
            throw OAuthErrorException.of("unsupported_response_type", "The response_type must be code");
        }
        if (!form.optional("response_mode").orElse("query").equals("query")) {
            throw OAuthErrorException.invalidRequest("The response_mode must be query");
        }
        if (form.optional("request").isPresent()) {
            throw OAuthErrorException.of("request_not_supported", "Request objects are not supported");
        }
        if (form.optional("request_uri").isPresent()) {
            throw OAuthErrorException.of("request_uri_not_supported", "Request objects are not supported");
        }
        LoginRequestRules.check(form, dials());
        form.required("state");
        if (form.optional("nonce").isEmpty()) {
            LoginRequestRules.demand(OAuthErrorException.invalidRequest("Missing parameter: nonce"), dials());
        }
        checkChallenge(form);
    }

    /** PKCE is optional; {@code plain}, the default of RFC 7636 §4.3, is refused, because it proves nothing. */
    private static void checkChallenge(FormParameters form) throws OAuthErrorException {
        var challenge = form.optional("code_challenge");
        var method = form.optional("code_challenge_method");
        if (challenge.isPresent() && !method.equals(Optional.of("S256"))) {
            throw OAuthErrorException.invalidRequest("The code_challenge_method must be S256");
        }
        if (challenge.isEmpty() && method.isPresent()) {
            throw OAuthErrorException.invalidRequest("Missing parameter: code_challenge");
        }
        if (challenge.isPresent() && !challenge.get().matches("[A-Za-z0-9_-]{43}")) {
            throw OAuthErrorException.invalidRequest("An S256 code_challenge has 43 characters");
        }
    }

    /** {@code prompt} and {@code max_age} of a login request (OpenID Connect Core §3.1.2.1), as Keycloak reads them. */
    private record LoginPrompt(Set<String> values, Optional<Duration> maxAge) {
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
            var oldEnough =
                    maxAge.filter(age -> age.isZero() || authTime.plus(age).isBefore(now));
            return !values.contains("login") && oldEnough.isEmpty();
        }
    }
}

package io.github.pscsdk.proxy.internal.diagnosis;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.httpclient.internal.HttpResponse;
import io.github.pscsdk.proxy.internal.diagnosis.ClientDiagnosis.Findings;
import io.github.pscsdk.relyingparty.internal.async.Events.Endpoint;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.endpoint.OAuthErrors;
import io.github.pscsdk.relyingparty.internal.http.ClientCalls;
import io.github.pscsdk.relyingparty.internal.http.ClientCalls.Form;
import io.github.pscsdk.relyingparty.internal.http.ClientCalls.HttpStatusException;
import io.github.pscsdk.relyingparty.internal.json.ProviderMetadata;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * A probe of PSC's acceptance of this client, without any person: a refresh token that PSC never gave, and a
 * back-channel request without a hint, by which no person is meant and no device rings (CIBA Core 1.0, section 7.1).
 * Client authentication comes first (RFC 6749, section 5.2; CIBA Core 1.0, section 13). GUESS for the real PSC:
 * Keycloak does so.
 */
record ClientProbe(ExaminedClient examined, ClientCalls http, ProviderMetadata psc, Findings findings) {
    private static final Form NEVER_GIVEN =
            Form.of("grant_type", "refresh_token").with("refresh_token", "psc-sdk-diagnosis");
    private static final Set<LoginProblem> CLIENT_MAY_ASK =
            Set.of(LoginProblem.REQUEST_REJECTED, LoginProblem.UNKNOWN_PROFESSIONAL);

    /** Never fails; what is wrong is added to the findings. */
    CompletableFuture<Void> run() {
        var forNobody = Form.of("scope", examined.environment().scope())
                .with("acr_values", PscProfile.ACR_VALUES)
                .with("binding_message", "00");
        return ask(Endpoint.TOKEN, psc.token(), NEVER_GIVEN, Set.of(LoginProblem.GRANT_REJECTED))
                // Where the document names no such endpoint, there is a finding on it already.
                .thenCompose(asked -> psc.backchannel()
                        .map(address -> ask(Endpoint.BACKCHANNEL, address, forNobody, CLIENT_MAY_ASK))
                        .orElseGet(() -> CompletableFuture.completedFuture(null)));
    }

    private CompletableFuture<Void> ask(Endpoint endpoint, URI address, Form form, Set<LoginProblem> expected) {
        return http.post(endpoint, address, form).handle((response, failure) -> {
            if (failure == null) {
                judge(endpoint, response, expected);
            } else if (Futures.causeOf(failure) instanceof PscException known) {
                report(known);
            }
            return null;
        });
    }

    private void judge(Endpoint endpoint, HttpResponse response, Set<LoginProblem> expected) {
        if (response.isSuccess()) {
            // Neither the token nor the person exists: a success is an answer that cannot be right.
            findings.add(LoginProblem.PSC_ANSWER_INVALID, Severity.WARNING, Map.of());
            return;
        }
        var refusal = OAuthErrors.failure(response, endpoint);
        if (!(refusal.problem() instanceof LoginProblem login && expected.contains(login))) {
            report(refusal);
        }
    }

    private void report(PscException known) {
        if (known.getCause() != null && !(known.getCause() instanceof HttpStatusException)) {
            var problem = NetworkFailures.problem(known.getCause(), examined.hasCertificate());
            findings.add(problem, Severity.BLOCKING, Map.of());
        } else if (known.problem() == LoginProblem.CLIENT_REJECTED) {
            var method = examined.credentials().toString();
            findings.add(LoginProblem.CLIENT_REJECTED, Severity.BLOCKING, Map.of("method", method));
        } else {
            // Without the back channel there still is the browser.
            findings.add(known.problem(), Severity.WARNING, Map.of());
        }
    }
}

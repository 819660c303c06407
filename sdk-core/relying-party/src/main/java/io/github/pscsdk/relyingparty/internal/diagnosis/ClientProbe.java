package io.github.pscsdk.relyingparty.internal.diagnosis;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.diagnosis.RelyingPartyDiagnosis.Findings;
import io.github.pscsdk.relyingparty.internal.diagnosis.RelyingPartyDiagnosis.Setup;
import io.github.pscsdk.relyingparty.internal.endpoint.PscEndpoints;
import io.github.pscsdk.relyingparty.internal.http.ClientCalls.HttpStatusException;
import io.github.pscsdk.relyingparty.internal.http.NetworkFailures;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * A probe of PSC's acceptance of this client, without any person: a refresh token that PSC never gave, and a
 * back-channel request for nobody. Client authentication comes first (RFC 6749, section 5.2; CIBA Core 1.0, section
 * 13). GUESS for the real PSC: Keycloak does so.
 */
record ClientProbe(PscEndpoints psc, Setup setup, Findings findings) {
    private static final String NEVER_GIVEN = "psc-sdk-diagnosis";
    private static final Set<LoginProblem> CLIENT_MAY_ASK =
            Set.of(LoginProblem.REQUEST_REJECTED, LoginProblem.UNKNOWN_PROFESSIONAL);

    /** Never fails; what is wrong is added to the findings. */
    CompletableFuture<Void> run() {
        return psc.refresh(NEVER_GIVEN)
                .handle((granted, failure) -> {
                    add(failure, Set.of(LoginProblem.GRANT_REJECTED));
                    return null;
                })
                .thenCompose(next -> psc.askForNobody())
                .handle((accepted, failure) -> {
                    add(failure, CLIENT_MAY_ASK);
                    return null;
                });
    }

    private void add(Throwable failure, Set<LoginProblem> expected) {
        if (failure == null) {
            // Neither the token nor the person exists: a success is an answer that cannot be right.
            findings.add(LoginProblem.PSC_ANSWER_INVALID, Severity.WARNING, Map.of());
        } else if (Futures.causeOf(failure) instanceof PscException known) {
            var problem = known.problem();
            if (!(problem instanceof LoginProblem login && expected.contains(login))) {
                report(known);
            }
        }
    }

    private void report(PscException known) {
        if (known.getCause() != null && !(known.getCause() instanceof HttpStatusException)) {
            var problem = NetworkFailures.problem(
                    known.getCause(), setup.credentials().certificate().isPresent());
            findings.add(problem, Severity.BLOCKING, Map.of());
        } else if (known.problem() == LoginProblem.CLIENT_REJECTED) {
            var method = setup.credentials().toString();
            findings.add(LoginProblem.CLIENT_REJECTED, Severity.BLOCKING, Map.of("method", method));
        } else {
            var isPartial = setup.redirectUri().isPresent() || known.problem() != LoginProblem.BACKCHANNEL_NOT_ENABLED;
            findings.add(known.problem(), isPartial ? Severity.WARNING : Severity.BLOCKING, Map.of());
        }
    }
}

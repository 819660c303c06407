package io.github.pscsdk.proxy.internal.http;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.proxy.internal.login.Clients;
import io.github.pscsdk.proxy.internal.login.DiagnosisCache;
import io.github.pscsdk.proxyprotocol.ProxyDiagnosis;
import io.github.pscsdk.proxyprotocol.ProxyDiagnosis.Finding;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.javalin.http.Context;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * {@code GET /v1/diagnosis}: what this half finds out about itself, for one client id or for all. No thread waits. Where
 * several were looked at, the fact {@code client} says whose a finding is.
 */
final class DiagnosisRoute {
    private static final String CLIENT = "clientId";

    private final Clients clients;
    private final DiagnosisCache diagnoses;

    DiagnosisRoute(Services services) {
        clients = services.clients();
        diagnoses = services.diagnoses();
    }

    void diagnose(Context ctx) {
        var asked = asked(Optional.ofNullable(ctx.queryParam(CLIENT)));
        var named = asked.size() > 1;
        var parts = asked.stream()
                .map(party -> diagnoses.of(party).thenApply(found -> told(found, party, named)))
                .toList();
        ctx.future(() -> CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
                .thenAccept(done -> Replies.json(
                        ctx,
                        new ProxyDiagnosis(parts.stream()
                                .map(CompletableFuture::join)
                                .flatMap(List::stream)
                                .toList()))));
    }

    private Collection<RelyingParty> asked(Optional<String> clientId) {
        if (clientId.isEmpty()) {
            return clients.all();
        }
        return clientId.flatMap(clients::find)
                .map(List::of)
                .orElseThrow(() -> RefusedException.of(LoginProblem.NOT_CONFIGURED));
    }

    private static List<Finding> told(List<Diagnostic> found, RelyingParty party, boolean named) {
        return found.stream().map(finding -> told(finding, party, named)).toList();
    }

    private static Finding told(Diagnostic finding, RelyingParty party, boolean named) {
        var facts = new HashMap<>(finding.facts());
        if (named) {
            facts.put("client", party.clientId());
        }
        return new Finding(
                finding.problem().code(), Optional.of(finding.severity().name()), facts);
    }
}

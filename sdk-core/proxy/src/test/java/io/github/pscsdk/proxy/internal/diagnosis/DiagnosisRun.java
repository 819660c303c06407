package io.github.pscsdk.proxy.internal.diagnosis;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.proxy.Bench;
import io.github.pscsdk.proxy.ProxyServerBuilder;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.internal.Scheduler;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The diagnosis of the only client of a proxy, which is not started. */
final class DiagnosisRun {
    static final String CLIENT = "editeur-demo";
    static final String SECRET = "a fictitious+secret:of/the&lab";

    private static final URI REDIRECT = URI.create("https://proxy.editeur.example/v1/callback");

    private DiagnosisRun() {}

    static List<Diagnostic> diagnose(ProxyServerBuilder proxy) throws Exception {
        return Await.outcome("the diagnosis", begin(proxy, REDIRECT));
    }

    static CompletableFuture<List<Diagnostic>> begin(ProxyServerBuilder proxy) {
        return begin(proxy, REDIRECT);
    }

    /** With another address to which browsers come back. */
    static CompletableFuture<List<Diagnostic>> begin(ProxyServerBuilder proxy, URI redirect) {
        var configuration =
                Bench.configuration(proxy.application("one", ProxyServerBuilder.sha256Of("a fictitious token")));
        var timers = Scheduler.of(configuration.clock(), "diagnosis");
        return new DiagnosisCache(() -> configuration, redirect, timers)
                .of(configuration.clients().get(0).id());
    }

    static Diagnostic finding(Problem problem, Severity severity, Map<String, String> facts) {
        return Diagnostic.of(problem, severity).with(facts);
    }
}

package io.github.pscsdk.workstation.internal.doctor;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.pluginhost.thread.EngineThreads;
import io.github.pscsdk.workstation.internal.http.Wired;
import io.github.pscsdk.workstation.internal.login.Registry;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;

/** A workstation with one thing wrong, and its check-up. Immutable; grows by with-methods. */
record Surgery(
        URI serverHalf,
        Clock clock,
        Runtime.Version java,
        Map<String, String> environment,
        UnaryOperator<OkHttpClient.Builder> wiring) {

    /** Where all is well but what the server half may do. */
    static Surgery of(URI serverHalf) {
        return new Surgery(serverHalf, Clock.systemUTC(), Runtime.version(), Map.of(), UnaryOperator.identity());
    }

    Surgery at(Clock time) {
        return new Surgery(serverHalf, time, java, environment, wiring);
    }

    Surgery onJava(String version) {
        return new Surgery(serverHalf, clock, Runtime.Version.parse(version), environment, wiring);
    }

    Surgery withEnvironment(Map<String, String> variables) {
        return new Surgery(serverHalf, clock, java, variables, wiring);
    }

    Surgery wired(UnaryOperator<OkHttpClient.Builder> other) {
        return new Surgery(serverHalf, clock, java, environment, other);
    }

    Diagnosis diagnosis() throws InterruptedException {
        try (var threads = new EngineThreads();
                var server = Wired.to(serverHalf, clock, threads, wiring)) {
            var machine = new Machine(java, environment::get, () -> new InternetSettings(""));
            return new Checkup(machine, List.of(), new Registry(List.of()), server, clock, threads)
                    .run(examination -> {});
        }
    }
}

package io.github.pscsdk.workstation.internal.health;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.pluginhost.internal.EngineThreads;
import io.github.pscsdk.time.VirtualClock;
import io.github.pscsdk.workstation.internal.http.Wired;
import io.github.pscsdk.workstation.internal.login.AuthenticatorRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;

/** A workstation with one thing wrong, and its health check. Immutable; grows by with-methods. */
record HealthCheckFixture(
        URI serverHalf,
        Clock clock,
        Runtime.Version java,
        Map<String, String> environment,
        UnaryOperator<OkHttpClient.Builder> wiring) {

    /** Where all is well but what the server half may do. */
    static HealthCheckFixture of(URI serverHalf) {
        return new HealthCheckFixture(
                serverHalf, Clock.systemUTC(), Runtime.version(), Map.of(), UnaryOperator.identity());
    }

    HealthCheckFixture at(Clock time) {
        return new HealthCheckFixture(serverHalf, time, java, environment, wiring);
    }

    HealthCheckFixture onJava(String version) {
        return new HealthCheckFixture(serverHalf, clock, Runtime.Version.parse(version), environment, wiring);
    }

    HealthCheckFixture withEnvironment(Map<String, String> variables) {
        return new HealthCheckFixture(serverHalf, clock, java, variables, wiring);
    }

    HealthCheckFixture wired(UnaryOperator<OkHttpClient.Builder> other) {
        return new HealthCheckFixture(serverHalf, clock, java, environment, other);
    }

    /** While time stands still, unless the clock is one that a test moves: no limit is over before an answer is there. */
    Diagnosis diagnosis() throws InterruptedException {
        var time = time();
        try (var threads = new EngineThreads(time);
                var server = Wired.to(serverHalf, threads, wiring)) {
            var machine = new Machine(java, environment::get, () -> "");
            return new HealthCheck(
                            machine, List.of(), new AuthenticatorRegistry(List.of(), Optional.empty()), server, threads)
                    .run(examination -> {});
        }
    }

    /** The same workstation's login, which fails. */
    PscException failedLogin(Duration timeout) {
        var time = time();
        try (var threads = new EngineThreads(time);
                var server = Wired.to(serverHalf, threads, wiring)) {
            return assertThrows(
                    PscException.class,
                    () -> server.beginInBrowser(time.instant().plus(timeout)));
        }
    }

    private VirtualClock time() {
        return clock instanceof VirtualClock moved ? moved : VirtualClock.standingAt(clock.instant());
    }
}

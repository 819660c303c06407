package io.github.pscsdk.benchmark;

import io.github.pscsdk.benchmark.card.CardIdentity;
import io.github.pscsdk.benchmark.card.CardRemovalLock;
import io.github.pscsdk.benchmark.connect.WaitingConnects;
import io.github.pscsdk.benchmark.connect.WaitingConnectsOverPostgresql;
import io.github.pscsdk.benchmark.doctor.HealthCheck;
import io.github.pscsdk.benchmark.json.UserInfoMapping;
import io.github.pscsdk.benchmark.login.BackchannelRequests;
import io.github.pscsdk.benchmark.login.BrowserLogins;
import io.github.pscsdk.benchmark.login.FirstLogin;
import io.github.pscsdk.benchmark.measure.Measure;
import io.github.pscsdk.benchmark.oidc.IdToken;
import io.github.pscsdk.benchmark.pending.PendingLogins;
import io.github.pscsdk.benchmark.plugin.AuthenticatorLookup;
import io.github.pscsdk.benchmark.simulator.SimulatorPolls;
import io.github.pscsdk.benchmark.simulator.SimulatorStart;
import io.github.pscsdk.benchmark.start.ProcessStart;
import io.github.pscsdk.benchmark.store.SessionsOfOnePerson;
import java.util.List;

/** Every measure there is. */
final class Measures {
    static final List<Measure> ALL = List.of(
            new SimulatorPolls(),
            new SimulatorStart(),
            new IdToken(),
            new UserInfoMapping(),
            new AuthenticatorLookup(),
            new ProcessStart(),
            new HealthCheck(),
            new BrowserLogins(),
            new SessionsOfOnePerson(),
            new FirstLogin(),
            new BackchannelRequests(),
            new PendingLogins(),
            new WaitingConnects(),
            new WaitingConnectsOverPostgresql(),
            new CardIdentity(),
            new CardRemovalLock());

    private Measures() {}

    static Measure named(String name) {
        return ALL.stream()
                .filter(measure -> measure.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no measure is called " + name));
    }
}

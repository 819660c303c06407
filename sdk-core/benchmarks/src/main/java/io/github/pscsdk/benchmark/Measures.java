package io.github.pscsdk.benchmark;

import io.github.pscsdk.benchmark.card.CardIdentity;
import io.github.pscsdk.benchmark.connect.WaitingConnects;
import io.github.pscsdk.benchmark.connect.WaitingConnectsOverPostgresql;
import io.github.pscsdk.benchmark.json.UserInfoMapping;
import io.github.pscsdk.benchmark.login.BackchannelRequests;
import io.github.pscsdk.benchmark.login.BrowserLogins;
import io.github.pscsdk.benchmark.login.FirstLogin;
import io.github.pscsdk.benchmark.measure.Measure;
import io.github.pscsdk.benchmark.oidc.IdToken;
import io.github.pscsdk.benchmark.pending.PendingLogins;
import io.github.pscsdk.benchmark.start.ProcessStart;
import io.github.pscsdk.benchmark.store.LoginWithManySessions;
import java.util.List;

/** Every measure there is. */
final class Measures {
    static final List<Measure> ALL = List.of(
            new IdToken(),
            new UserInfoMapping(),
            new ProcessStart(),
            new BrowserLogins(),
            new LoginWithManySessions(),
            new FirstLogin(),
            new BackchannelRequests(),
            new PendingLogins(),
            new WaitingConnects(),
            new WaitingConnectsOverPostgresql(),
            new CardIdentity());

    private Measures() {}

    static Measure named(String name) {
        return ALL.stream()
                .filter(measure -> measure.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no measure is called " + name));
    }
}

package io.github.pscsdk.proxytools.internal.conformity.probe;

import static io.github.pscsdk.proxytools.internal.conformity.obligation.Check.BACKCHANNEL_ACR;
import static io.github.pscsdk.proxytools.internal.conformity.obligation.Check.BACKCHANNEL_BINDING;
import static io.github.pscsdk.proxytools.internal.conformity.obligation.Check.SESSION_AUTOMATIC_END;
import static io.github.pscsdk.proxytools.internal.conformity.obligation.Check.SESSION_EXPLICIT_END;
import static io.github.pscsdk.proxytools.internal.conformity.obligation.Check.SESSION_LIMITS;
import static io.github.pscsdk.proxytools.internal.conformity.obligation.Check.SESSION_TOKENS;

import io.github.pscsdk.proxytools.internal.conformity.obligation.Check.Prerequisite;
import io.github.pscsdk.proxytools.internal.conformity.verdict.Finding;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Logs a fictitious professional in on their device, out again, and in once more until the session ends by itself. */
final class DeviceLoginProbe {
    private static final String REQUEST = "BACKCHANNEL_AUTHENTICATION";
    private static final String LOGOUT = "LOGOUT";
    private static final Duration LONGEST = Duration.ofHours(4);
    /** More than the half hour that a session may idle. */
    private static final Duration IDLE = Duration.ofMinutes(31);
    /** Servers of one clock do not differ by that. */
    private static final Duration APART = Duration.ofMinutes(5);

    private final RunningProxy proxy;
    private final Simulator simulator;
    private final boolean mayMoveClock;

    DeviceLoginProbe(RunningProxy proxy, Simulator simulator, boolean mayMoveClock) {
        this.proxy = proxy;
        this.simulator = simulator;
        this.mayMoveClock = mayMoveClock;
    }

    List<Finding> findings() throws IOException, InterruptedException {
        var findings = new ArrayList<Finding>();
        findings.add(binding());
        var login = SimulatedLogin.play(proxy, simulator, "07");
        findings.add(Finding.of(
                BACKCHANNEL_ACR,
                simulator.last(REQUEST, "acr_values").filter("eidas1"::equals).isPresent()));
        findings.add(Finding.of(SESSION_TOKENS, !login.showsToken()));
        findings.add(explicitEnd(login));
        findings.addAll(mayMoveClock ? automaticEnd() : untouchedClock());
        return findings;
    }

    private Finding binding() throws IOException, InterruptedException {
        var before = simulator.count(REQUEST);
        var refused = 0;
        var wrong = List.of("7", "123", "4x", "", " 7");
        for (var message : wrong) {
            var reply = proxy.onDevice(SimulatedLogin.WHO, message);
            refused += reply.status() == 400 ? 1 : 0;
            var begun = RunningProxy.Begun.of(reply.document());
            if (begun.isPresent()) {
                proxy.cancel(begun.get().id());
            }
        }
        var none = simulator.count(REQUEST) == before;
        return Finding.of(BACKCHANNEL_BINDING, none && refused == wrong.size(), refused, wrong.size());
    }

    private Finding explicitEnd(SimulatedLogin login) throws IOException, InterruptedException {
        var lived = simulator.hasSession(login.pscSession());
        var ended = proxy.inSession(login.session()).delete("/disconnect").status() == 200;
        var lives = simulator.hasSession(login.pscSession());
        return Finding.of(SESSION_EXPLICIT_END, lived && ended && !lives);
    }

    private List<Finding> automaticEnd() throws IOException, InterruptedException {
        var login = SimulatedLogin.play(proxy, simulator, "70");
        var life = Duration.between(simulator.now(), until(login));
        var logouts = simulator.count(LOGOUT);
        if (!simulator.advance(IDLE) || !proxyHasMoved()) {
            proxy.inSession(login.session()).delete("/disconnect");
            return untouchedClock();
        }
        var ended = proxy.inSession(login.session()).get("/v1/session").status() == 401;
        var asked = simulator.count(LOGOUT) - logouts;
        var limits = ended && life.compareTo(LONGEST) <= 0;
        return List.of(
                Finding.of(SESSION_LIMITS, limits, life.toMinutes()),
                // A session that goes on has had no automatic end to be looked at.
                ended
                        ? Finding.of(SESSION_AUTOMATIC_END, asked == 0, asked)
                        : Finding.unseen(SESSION_AUTOMATIC_END, Prerequisite.ANSWER));
    }

    private static Instant until(SimulatedLogin login) throws IOException {
        return login.view()
                .document()
                .text("expiresAt")
                .map(Instant::parse)
                .orElseThrow(() -> new IOException("no session is shown"));
    }

    /** Whether the proxy counts a login's ten minutes from the simulator's new time. */
    private boolean proxyHasMoved() throws IOException, InterruptedException {
        var login = proxy.inBrowser();
        proxy.cancel(login.id());
        var left = login.deadline().map(text -> Duration.between(Instant.EPOCH, Instant.parse(text)));
        var now = Duration.between(Instant.EPOCH, simulator.now());
        return left.filter(deadline -> deadline.plus(APART).compareTo(now) > 0).isPresent();
    }

    private static List<Finding> untouchedClock() {
        return Stream.of(SESSION_AUTOMATIC_END, SESSION_LIMITS)
                .map(check -> Finding.unseen(check, Prerequisite.MOVABLE_CLOCK))
                .toList();
    }
}

package io.github.pscsdk.proxytools.internal.conformity.probe;

import io.github.pscsdk.proxytools.internal.conformity.obligation.Check;
import io.github.pscsdk.proxytools.internal.conformity.obligation.Check.Prerequisite;
import io.github.pscsdk.proxytools.internal.conformity.verdict.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Plays logins of fictitious professionals at a proxy that talks to a simulator, and to nothing else. */
public final class SimulatorProbe {
    private final RunningProxy proxy;
    private final Simulator simulator;
    private final boolean mayMoveClock;

    /**
     * Plays at that proxy.
     *
     * @param mayMoveClock whether the simulator's clock, which the proxy shares, may be moved by half an hour for good
     */
    public SimulatorProbe(RunningProxy proxy, Simulator simulator, boolean mayMoveClock) {
        this.proxy = proxy;
        this.simulator = simulator;
        this.mayMoveClock = mayMoveClock;
    }

    /** All checks; what was seen before something went wrong is kept. */
    public List<Finding> findings() throws InterruptedException {
        var findings = new ArrayList<Finding>();
        try {
            if (!proxy.isAtSimulator()) {
                return findings;
            }
            Arrays.stream(Check.values())
                    .filter(check -> check.need() == Prerequisite.SIMULATOR)
                    .forEach(check -> findings.add(Finding.unseen(check, Prerequisite.ANSWER)));
            findings.addAll(new BrowserLoginProbe(proxy, simulator).findings());
            // The last one, since it may move the clock.
            findings.addAll(new DeviceLoginProbe(proxy, simulator, mayMoveClock).findings());
        } catch (IOException e) {
            // The other end is gone, or is no simulator: what could not be seen is told so.
            return findings;
        }
        return findings;
    }
}

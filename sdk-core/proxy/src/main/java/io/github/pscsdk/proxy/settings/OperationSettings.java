package io.github.pscsdk.proxy.settings;

import io.github.pscsdk.proxy.ProxyServer;
import java.time.Duration;

/**
 * How a proxy is operated.
 *
 * @param metrics whether an operator's token may read metrics at {@code /metrics}
 * @param stopWithin how long a {@linkplain ProxyServer#drain stop} waits for what is under way
 * @param reloadEvery how often a proxy that was started with a file looks whether the files that it names have changed
 */
public record OperationSettings(boolean metrics, Duration stopWithin, Duration reloadEvery) {
    /** Without metrics; 20 seconds, since an orchestrator leaves a service some 30; every 30 seconds. */
    public static final OperationSettings DEFAULT =
            new OperationSettings(false, Duration.ofSeconds(20), Duration.ofSeconds(30));

    public OperationSettings {
        if (stopWithin.isNegative()) {
            throw new IllegalArgumentException("a stop takes no negative time");
        }
        if (reloadEvery.toMillis() < 1) {
            throw new IllegalArgumentException("there is a pause between two looks at files");
        }
    }
}

package io.github.pscsdk.proxy;

import java.time.Duration;

/**
 * How a proxy is operated.
 *
 * @param metrics whether an operator's token may read metrics at {@code /metrics}
 * @param stopWithin how long a {@linkplain ProxyServer#drain stop} waits for what is under way
 */
public record OperationSettings(boolean metrics, Duration stopWithin) {
    /** Without metrics; 20 seconds, since an orchestrator leaves a service some 30. */
    public static final OperationSettings DEFAULT = new OperationSettings(false, Duration.ofSeconds(20));

    /** Checks that no time is negative. */
    public OperationSettings {
        if (stopWithin.isNegative()) {
            throw new IllegalArgumentException("a stop takes no negative time");
        }
    }
}

package io.github.pscsdk.proxy;

/**
 * How a proxy is operated.
 *
 * @param metrics whether an operator's token may read metrics at {@code /metrics}
 */
public record OperationSettings(boolean metrics) {
    /** Without metrics. */
    public static final OperationSettings DEFAULT = new OperationSettings(false);
}

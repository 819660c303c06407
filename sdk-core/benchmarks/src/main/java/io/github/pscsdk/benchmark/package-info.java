/**
 * Measures the SDK beside a limit in the same run: the machine's speed drifts, a ratio does not. {@link
 * io.github.pscsdk.benchmark.Benchmarks} is the command.
 *
 * <p>Nobody depends on this module. Load goes to loopback, is bounded in number and time, and stops by itself.
 */
package io.github.pscsdk.benchmark;

/**
 * Measures the SDK beside a limit in the same run: the machine's speed drifts, a ratio does not. {@link
 * io.github.pscsdk.benchmark.Benchmarks} is the command. Each measure is a class with a method {@code take}.
 *
 * <p>No module depends on this one. Load goes to loopback, is bounded in number and time, and stops by itself.
 */
package io.github.pscsdk.benchmark;

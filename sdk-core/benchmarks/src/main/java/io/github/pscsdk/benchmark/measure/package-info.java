/**
 * What every measure is made of: how hard to try, paired slices, latencies, the report.
 *
 * <p>Nothing here knows the SDK. For one thread, but for {@link io.github.pscsdk.benchmark.measure.Latencies}.
 */
package io.github.pscsdk.benchmark.measure;

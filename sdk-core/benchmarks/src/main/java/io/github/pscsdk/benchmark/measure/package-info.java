/**
 * The parts of every measure: how hard to try, paired slices, samples, the report.
 *
 * <p>Nothing here knows the SDK. For one thread.
 */
package io.github.pscsdk.benchmark.measure;

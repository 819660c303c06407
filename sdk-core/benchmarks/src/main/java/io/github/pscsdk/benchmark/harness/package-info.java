/**
 * The parts of every measure: the run and its figures, paired costs, processes, and HTTP/1.1 on bare sockets, which
 * costs the machine as little as can be.
 *
 * <p>Nothing here knows the SDK. Load goes to loopback only.
 */
package io.github.pscsdk.benchmark.harness;

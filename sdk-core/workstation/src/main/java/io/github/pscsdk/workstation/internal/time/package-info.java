/** Waiting, as a seam: the one place that sleeps. For the engine's other packages; safe for any thread. */
package io.github.pscsdk.workstation.internal.time;

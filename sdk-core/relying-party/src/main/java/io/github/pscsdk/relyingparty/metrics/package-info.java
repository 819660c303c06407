/** What a relying party counts, as meters of Micrometer: for hosts that have Micrometer on their class path, and for nobody else. */
package io.github.pscsdk.relyingparty.metrics;

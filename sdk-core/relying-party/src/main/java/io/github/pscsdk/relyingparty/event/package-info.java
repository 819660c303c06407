/**
 * Listeners of a relying party. {@code RelyingPartyMetrics} counts as meters of Micrometer, for hosts that have
 * Micrometer on their class path.
 */
package io.github.pscsdk.relyingparty.event;

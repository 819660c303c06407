/**
 * Listeners of a relying party. {@code RelyingPartyMetrics} counts as meters of Micrometer, for hosts that have
 * Micrometer on their class path.
 */
@NullMarked
package io.github.pscsdk.relyingparty.event;

import org.jspecify.annotations.NullMarked;

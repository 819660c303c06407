/**
 * The surroundings of a relying party: the Pro Santé Connect that it talks to, how that answered, the levels of
 * assurance that it accepts, and where browsers reach it.
 */
@NullMarked
package io.github.pscsdk.relyingparty.environment;

import org.jspecify.annotations.NullMarked;

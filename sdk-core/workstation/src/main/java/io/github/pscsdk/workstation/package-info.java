/**
 * The workstation half, wired in one place by {@link io.github.pscsdk.workstation.PscClientBuilder}. It talks to the
 * vendor's own server half and to nothing else, and holds no secret of the service and no token of Pro Santé Connect.
 */
@NullMarked
package io.github.pscsdk.workstation;

import org.jspecify.annotations.NullMarked;

/**
 * The interfaces for authors of plug-ins: {@link io.github.pscsdk.spi.Authenticator}, which a plug-in implements, and
 * {@link io.github.pscsdk.spi.AuthenticationContext}, which the engine gives to it. A plug-in finds out the person and
 * chooses a way in; it is never given a token, a secret of the service or a code porteur (PIN).
 *
 * <p>Everything is there since 1.0 unless it names a later version, and changes in a major version only, but for what
 * is <i>not yet stable</i>, and for new methods on the interfaces that the engine implements.
 *
 * @since 1.0
 */
@NullMarked
package io.github.pscsdk.spi;

import org.jspecify.annotations.NullMarked;

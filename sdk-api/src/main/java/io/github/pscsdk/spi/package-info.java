/**
 * The interfaces for authors of plug-ins: {@link io.github.pscsdk.spi.Authenticator}, which a plug-in implements, and
 * {@link io.github.pscsdk.spi.AuthenticationContext}, which the engine gives to it.
 *
 * <p>A plug-in finds out the person and chooses a way in. It is never given a token, a secret of the service or a
 * code porteur (PIN).
 *
 * <p>Everything here is there since 1.0 unless its own Javadoc names a later version. What is <i>not yet stable</i> says so
 * there: a minor version may change it. The rest changes in a major version only, but for new methods on the
 * interfaces that the engine implements.
 *
 * @since 1.0
 */
@NullMarked
package io.github.pscsdk.spi;

import org.jspecify.annotations.NullMarked;

/**
 * The interfaces for authors of plug-ins: {@link io.github.pscsdk.spi.Authenticator}, which a plug-in implements, and
 * {@link io.github.pscsdk.spi.AuthenticationContext}, which the engine gives to it.
 *
 * <p>A plug-in finds out the person and chooses a way in. It is never given a token, a secret or a code porteur
 * (PIN).
 */
package io.github.pscsdk.spi;

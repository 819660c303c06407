/**
 * What a plug-in implements, {@link io.github.pscsdk.spi.Authenticator}, and what the engine hands to it, {@link
 * io.github.pscsdk.spi.AuthenticationContext}.
 *
 * <p>A plug-in proves the person and picks a way in. It is never given a token, a secret or a code porteur (PIN).
 */
package io.github.pscsdk.spi;

/**
 * For plug-in authors, testers and demonstrations: {@link io.github.pscsdk.testkit.PscSimulator}, a Pro Santé Connect of
 * one's own on loopback with fictitious professionals, and {@link io.github.pscsdk.testkit.AuthenticatorContract}, what
 * every authenticator promises, as tests to inherit.
 *
 * <p>Everything here is safe for any thread unless it says otherwise. Only the contract needs JUnit. What an answer of
 * the simulator proves is that a client keeps to the published specifications and to what is known of Pro Santé Connect;
 * it is no habilitation.
 */
package io.github.pscsdk.testkit;

/**
 * The authenticator {@code stub}: logs fictitious professionals in at a simulator, with nobody at any device. It is not
 * a bypass: the server half still asks, checks signatures and reads UserInfo, and one that talks to anything but a
 * simulator is refused.
 *
 * <p>Loaded by the engine from the plug-in archive; also usable as it is, by {@code PscClientBuilder.authenticator}.
 */
package io.github.pscsdk.plugin.stub;

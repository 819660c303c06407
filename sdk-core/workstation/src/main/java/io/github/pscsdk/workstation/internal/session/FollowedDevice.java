package io.github.pscsdk.workstation.internal.session;

import io.github.pscsdk.pluginhost.GuardedAuthenticator;
import io.github.pscsdk.spi.DeviceWatch;

/**
 * A device that a session follows.
 *
 * @param watch how, by code of a plug-in
 * @param authenticator which gave the watch, and is in use as long as it lasts
 */
public record FollowedDevice(DeviceWatch watch, GuardedAuthenticator authenticator) {}

package io.github.pscsdk.workstation.internal.session;

import io.github.pscsdk.pluginhost.Usage;
import io.github.pscsdk.spi.DeviceWatch;

/**
 * A device that a session follows.
 *
 * @param watch how, by code of a plug-in
 * @param usage of that plug-in, which goes on as long as the watch does
 */
public record FollowedDevice(DeviceWatch watch, Usage usage) {}

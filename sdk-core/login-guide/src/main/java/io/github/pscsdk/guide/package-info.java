/**
 * The login guide of Santé.fr, ready to be walked: {@link io.github.pscsdk.guide.SantefrGuide}. For practice software
 * and for web applications, with or without a client; it knows neither half of the SDK.
 *
 * <p>Everything is immutable and safe for any thread; nothing here touches a network or a device.
 */
@NullMarked
package io.github.pscsdk.guide;

import org.jspecify.annotations.NullMarked;

/**
 * The authenticator {@code ecps}: the professional confirms in the e-CPS application on a phone, where the server half
 * has Pro Santé Connect ask, or on the login page in the browser.
 *
 * <p>Loaded by the engine from the plug-in archive; also usable as it is, by {@code PscClientBuilder.authenticator}.
 * Safe for any thread, since it holds nothing.
 */
package io.github.pscsdk.plugin.ecps;

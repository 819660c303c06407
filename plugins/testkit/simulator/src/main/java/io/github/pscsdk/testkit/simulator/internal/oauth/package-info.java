/**
 * The registered clients and their authentication, which both authorization servers share.
 *
 * <p>Immutable, safe for any thread.
 */
package io.github.pscsdk.testkit.simulator.internal.oauth;

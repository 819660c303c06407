/**
 * What both authorization servers have in common: which clients there are and how each proves who it is.
 *
 * <p>Immutable, safe for any thread.
 */
package io.github.pscsdk.testkit.simulator.internal.oauth;

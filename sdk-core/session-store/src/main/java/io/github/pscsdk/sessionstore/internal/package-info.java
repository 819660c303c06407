/**
 * Calls of a store as its users make them: on threads of their own, by the clock of the store, and again after a
 * failure.
 */
package io.github.pscsdk.sessionstore.internal;

/**
 * The life of a declaration, from the first draft to its withdrawal: which events are possible in which state, and why
 * one was refused. Santé.fr publishes no such rules; these were proposed, see {@code docs/declaration.md}.
 *
 * <p>Immutable values and pure functions; safe for any thread. Nothing is stored here, and the time is the caller's
 * clock.
 */
package io.github.pscsdk.example.declaration.lifecycle;

/**
 * What {@link java.util.concurrent.CompletableFuture} leaves out: checked exceptions in its functions, a wait that keeps
 * the promise of interruption, turns, flows that are shared, and a value that is refreshed while it is used. For every
 * package of the engine.
 *
 * <p>No lock is held while anything runs; no thread belongs to this package.
 */
package io.github.pscsdk.relyingparty.internal.async;

/**
 * What {@link java.util.concurrent.CompletableFuture} leaves out: checked exceptions in its functions, a wait that keeps
 * the promise of interruption, flows that run one after the other, flows that are shared, and a cached value. For every
 * package of the engine.
 *
 * <p>No lock is held while anything runs; no thread belongs to this package.
 */
package io.github.pscsdk.relyingparty.internal.async;

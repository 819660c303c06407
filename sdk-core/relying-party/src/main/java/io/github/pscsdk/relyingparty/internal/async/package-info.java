/**
 * Additions to {@link java.util.concurrent.CompletableFuture}: checked exceptions in its functions, a wait that keeps
 * the promise of interruption, flows that run one after the other, flows that are shared, a cached value, and the
 * events that the listeners of the host are told. For every package of the engine. No lock is held while anything runs.
 */
package io.github.pscsdk.relyingparty.internal.async;

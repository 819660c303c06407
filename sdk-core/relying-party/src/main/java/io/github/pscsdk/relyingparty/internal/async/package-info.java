/**
 * What {@link java.util.concurrent.CompletableFuture} leaves out: checked exceptions in its functions, a wait that keeps
 * the promise of interruption, flows that run one after the other, flows that are shared, a cached value, and a task after some time,
 * behind an interface that lets tests take no real time. For every package of the engine.
 *
 * <p>No lock is held while anything runs. The one thread is that of {@link
 * io.github.pscsdk.relyingparty.internal.async.Scheduler.TimerThread}, whose tasks run one after the other.
 */
package io.github.pscsdk.relyingparty.internal.async;

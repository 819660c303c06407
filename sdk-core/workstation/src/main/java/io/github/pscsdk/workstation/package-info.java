/**
 * The workstation half, wired in one place: {@link io.github.pscsdk.workstation.PscClientBuilder} makes the {@link
 * io.github.pscsdk.api.PscClient} that practice software calls.
 *
 * <p>It talks to the vendor's own server half and to nothing else; it holds no secret of the service and no token of
 * Pro Santé Connect. Use the builder from one thread; the client it makes is safe for any thread.
 */
package io.github.pscsdk.workstation;

/**
 * The server half: signs professionals in with Pro Santé Connect, keeps their sessions and tokens, and calls target
 * APIs' authorization servers for them. For web practice software and for proxies; begin with {@link
 * io.github.pscsdk.relyingparty.RelyingParty}.
 *
 * <p>Every type here is safe for any thread. A login that waits for a professional holds no thread.
 */
@NullMarked
package io.github.pscsdk.relyingparty;

import org.jspecify.annotations.NullMarked;

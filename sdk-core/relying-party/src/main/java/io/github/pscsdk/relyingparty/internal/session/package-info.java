/**
 * Sessions and pending browser logins in the {@link io.github.pscsdk.relyingparty.SessionStore}: what is kept, under which
 * keys, for how long.
 *
 * <p>Stateless beside the store; any thread. Keys are digests, so that whoever reads the store's keys cannot act as
 * anybody; values are JSON records that tolerate members added or dropped by another version.
 */
package io.github.pscsdk.relyingparty.internal.session;

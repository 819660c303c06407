/**
 * A session after the login: what is kept of it in the {@link io.github.pscsdk.sessionstore.SessionStore}, under which
 * keys, for how long; its tokens, which are refreshed (RFC 6749, section 6) and exchanged for tokens of target APIs
 * (RFC 8693); and its end when PSC reports a logout. Whatever a store throws is a {@link
 * io.github.pscsdk.sessionstore.StoreException} from here on.
 *
 * <p>Any thread. All callers that want the same refresh or the same token of a session share one call, the exchanges
 * for different APIs run side by side; what comes of them is written by compare-and-set, so that no node undoes another
 * one's write. Keys are digests, so that whoever reads the store's keys cannot act as anybody; values are JSON records
 * that tolerate members added or dropped by another version.
 */
package io.github.pscsdk.relyingparty.internal.session;

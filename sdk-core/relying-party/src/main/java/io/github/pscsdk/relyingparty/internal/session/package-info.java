/**
 * A session after the login: what is kept of it in the {@link io.github.pscsdk.relyingparty.SessionStore}, under which keys, for how
 * long; its tokens, which are refreshed (RFC 6749, section 6) and exchanged for tokens of target APIs (RFC 8693); and its end
 * when PSC reports a logout.
 *
 * <p>Any thread. The refreshes and exchanges of one session run one after the other, those of different sessions do not wait
 * for each other. Keys are digests, so that whoever reads the store's keys cannot act as anybody; values are JSON records that
 * tolerate members added or dropped by another version.
 */
package io.github.pscsdk.relyingparty.internal.session;

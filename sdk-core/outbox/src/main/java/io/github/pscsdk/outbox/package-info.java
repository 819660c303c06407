/**
 * Drafts and hand-overs, encrypted in a database of this workstation: each hand-over goes out exactly once, in the name
 * of the professional who made it, to a {@link io.github.pscsdk.outbox.Receiver} that knows a request by its key. The
 * key is on the disk before anything is sent, the answer afterwards; whatever dies in between, the same bytes go out
 * again under the same key.
 *
 * <p>Safe for any thread; calls wait for the disk, and a delivery for the network, so never on a thread that paints.
 */
@NullMarked
package io.github.pscsdk.outbox;

import org.jspecify.annotations.NullMarked;

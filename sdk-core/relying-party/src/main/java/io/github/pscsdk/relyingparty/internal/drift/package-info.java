/**
 * Compares the documents that Pro Santé Connect publishes with what is expected of them: for the diagnosis, and for
 * {@code proxy-esante drift}.
 *
 * <p>Pure: bytes in, findings out, no thread and no network. The recorded discovery document is a file beside the
 * classes.
 */
package io.github.pscsdk.relyingparty.internal.drift;

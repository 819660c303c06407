/**
 * Compares what Pro Santé Connect publishes and issues with what is expected of it. For {@code drift}, which tells an
 * operator, and for the diagnosis.
 *
 * <p>Pure: bytes in, findings out, no thread and no network. The recorded discovery document and the changes of the
 * past are files beside the classes.
 */
package io.github.pscsdk.relyingparty.internal.drift;

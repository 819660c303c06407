/**
 * Traces of who did what and when, as ANS's conformity check and an audit want them: in the store that nodes share, in
 * a folder of each node, or in bounded memory.
 *
 * <p>Traces hold identifiers and sessions; they are no log, and only an operator reads them. Safe for any thread.
 */
package io.github.pscsdk.proxy.internal.trace;

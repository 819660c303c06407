/**
 * Who did what and when, as ANS's conformity check and an audit want it: on disk where a folder is configured, in
 * bounded memory otherwise.
 *
 * <p>Traces hold identifiers and sessions; they are no log, and only an operator reads them. Safe for any thread.
 */
package io.github.pscsdk.proxy.internal.trace;

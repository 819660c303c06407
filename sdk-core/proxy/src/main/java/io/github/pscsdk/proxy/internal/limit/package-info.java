/**
 * Bounds how often logins are started, and that one professional is asked once at a time: each login rings a phone.
 *
 * <p>Counts in memory, per node. Safe for any thread; nothing blocks.
 */
package io.github.pscsdk.proxy.internal.limit;

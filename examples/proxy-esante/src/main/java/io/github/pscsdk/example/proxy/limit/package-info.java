/**
 * Bounds how often logins are started: each one rings a professional's phone.
 *
 * <p>Counts in memory, per node. Safe for any thread; nothing blocks.
 */
package io.github.pscsdk.example.proxy.limit;

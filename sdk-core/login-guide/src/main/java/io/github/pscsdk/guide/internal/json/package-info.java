/**
 * Reads the one file that holds the whole tree, in both languages, {@code login-guide.json}. The only user of Jackson; for the
 * package above it.
 *
 * <p>Safe for any thread.
 */
package io.github.pscsdk.guide.internal.json;

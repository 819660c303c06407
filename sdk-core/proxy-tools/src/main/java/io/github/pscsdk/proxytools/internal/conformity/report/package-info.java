/**
 * The report for people: as text, and as a table for a spreadsheet. Its texts say nothing of the whole, and a test reads all of
 * them for words that would.
 *
 * <p>Stateless; safe for any thread.
 */
package io.github.pscsdk.proxytools.internal.conformity.report;

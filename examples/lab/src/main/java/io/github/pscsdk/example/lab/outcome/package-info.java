/**
 * Outcomes of the rows: findings, one outcome per row, and the summary of all.
 *
 * <p>Immutable values; safe for any thread.
 */
package io.github.pscsdk.example.lab.outcome;

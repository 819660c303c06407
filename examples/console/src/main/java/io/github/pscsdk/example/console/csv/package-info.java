/**
 * Reads files in the published vaccination-centre layout into rows of raw cells; judges none of them. The only user of
 * Jackson's CSV format.
 *
 * <p>Source: the open data set <i>lieux de vaccination contre la Covid-19</i>, in the layouts of January to November 2021.
 * Values are immutable; everything is safe for any thread.
 */
package io.github.pscsdk.example.console.csv;

/**
 * Reads files of cells into rows, one after the other, within bounds; judges no cell. The only user of Jackson's CSV
 * format.
 *
 * <p>One broken row costs that row and never the rest of the file. A file is read by one thread; rows are immutable.
 */
package io.github.pscsdk.example.imports.csv;

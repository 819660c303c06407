/**
 * Imports the published files as declarations of one professional, row by row: each row becomes a declaration with its
 * findings, or is rejected with rule and field. Cells without a home in the model are listed by column.
 *
 * <p>A layout is recognised by its header, through all its drifts of 2020 to 2025. Layouts put the raw text of cells
 * where it belongs, and leave judging and spelling to the rules. Stateless but for one import; an import runs on one
 * thread.
 */
package io.github.pscsdk.example.imports;

/**
 * Holds the catalogue of problems to its word: each code can be triggered, by a test that {@code triggers.csv} names and that is read
 * here as its author wrote it. For nobody else; single-threaded.
 */
package io.github.pscsdk.catalogue;

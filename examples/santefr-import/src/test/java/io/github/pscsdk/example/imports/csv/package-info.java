/** Rows and records, damage, bounds, encodings. One thread. */
package io.github.pscsdk.example.imports.csv;

/** Layouts and their drifts, reports, and damaged files from seeds. One thread. */
package io.github.pscsdk.example.imports;

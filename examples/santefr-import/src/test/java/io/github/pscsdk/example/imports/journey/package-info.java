/** The library from end to end, as its document shows it. One thread. */
package io.github.pscsdk.example.imports.journey;

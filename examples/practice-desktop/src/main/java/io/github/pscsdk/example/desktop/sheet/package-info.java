/** The fields of the form and what stands in them, as typed. Immutable values; safe for any thread. */
package io.github.pscsdk.example.desktop.sheet;

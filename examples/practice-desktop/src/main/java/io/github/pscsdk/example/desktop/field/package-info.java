/** The fields of the declaration form and their values, as typed. Immutable values; safe for any thread. */
package io.github.pscsdk.example.desktop.field;

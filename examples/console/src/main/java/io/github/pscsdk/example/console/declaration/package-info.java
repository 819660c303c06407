/**
 * A declaration to the Santé.fr form, as this end sends it, and how a row of the published layout becomes one.
 *
 * <p>Nothing is judged or tidied up here: each value is the raw text of its cell, and the form says what it thinks of it.
 * Values are immutable; everything is safe for any thread.
 */
package io.github.pscsdk.example.console.declaration;

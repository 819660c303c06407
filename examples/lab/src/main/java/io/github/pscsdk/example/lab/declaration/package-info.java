/**
 * The rows that the command declares: those of a published file of vaccination centres, and four columns of our own.
 *
 * <p>Nothing is judged or tidied up here: each value is the raw text of its cell, and the form says what it thinks of
 * it. Values are immutable; everything is safe for any thread.
 */
package io.github.pscsdk.example.lab.declaration;

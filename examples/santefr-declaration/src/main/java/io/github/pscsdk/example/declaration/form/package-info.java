/**
 * The form of a declaration as data: its steps and fields, their texts, the values that stand in them, and the words in
 * which the public reads them. Pages and windows draw what is described here. Immutable values; safe for any thread.
 */
package io.github.pscsdk.example.declaration.form;

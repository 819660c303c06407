/**
 * What is declared to Santé.fr, as the fields of a form: filled from the practice, checked by the rules that the receiver has
 * too, and made the document that is handed over. Immutable values; safe for any thread.
 */
package io.github.pscsdk.example.desktop.declaration;

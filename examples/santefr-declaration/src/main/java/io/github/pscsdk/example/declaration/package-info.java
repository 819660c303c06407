/**
 * The declaration of a professional, one place and its offers of testing or vaccination, and who they are. The same
 * records hold a declaration as it was sent, every value a text of the source, and as the form keeps it, every text in
 * its canonical spelling.
 *
 * <p>Immutable values; safe for any thread. None of them prints what it holds: it is the professional's.
 */
package io.github.pscsdk.example.declaration;

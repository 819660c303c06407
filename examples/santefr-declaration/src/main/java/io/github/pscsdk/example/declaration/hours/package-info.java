/**
 * Reads and writes opening hours: the grammar of the published files in, the spelling of Santé.fr out. Text that the
 * grammar does not know is kept as text; reading never fails.
 *
 * <p>Immutable values and stateless parsers; safe for any thread. Knows nothing of declarations.
 */
package io.github.pscsdk.example.declaration.hours;

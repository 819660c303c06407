/**
 * Reads and writes the documents that the two halves exchange. The only user of Jackson, which is not loaded before the
 * first document.
 *
 * <p>For {@code internal.http}. Safe for any thread. Unknown members are ignored; what is needed must be there. Nothing
 * read is ever repeated in a message, since it may be personal.
 */
package io.github.pscsdk.workstation.internal.json;

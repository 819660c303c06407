/**
 * Repairs of plain text from the published files: odd blanks, HTML, entities. Stateless functions; safe for any thread.
 */
package io.github.pscsdk.example.declaration.text;

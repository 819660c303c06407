/**
 * Reads the HTML that Santé.fr publishes inside a cell. The only user of jsoup.
 *
 * <p>Stateless; safe for any thread. Any text can be read; what is not understood is told apart.
 */
package io.github.pscsdk.example.declaration.html;

/** What the published files do to plain text: odd blanks, HTML, entities. Stateless functions; safe for any thread. */
package io.github.pscsdk.example.declaration.text;

/**
 * Plain text from what the published files hold: odd blanks, entities, HTML. The only user of jsoup. Stateless; safe
 * for any thread.
 */
package io.github.pscsdk.example.declaration.text;

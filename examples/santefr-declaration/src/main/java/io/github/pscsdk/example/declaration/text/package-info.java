/**
 * Plain text from what the published files hold: odd blanks, entities, HTML. Stateless; safe for any thread.
 */
package io.github.pscsdk.example.declaration.text;

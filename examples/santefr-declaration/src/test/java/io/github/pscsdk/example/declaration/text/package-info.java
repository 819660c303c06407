/** Blanks and plain text. One thread. */
package io.github.pscsdk.example.declaration.text;

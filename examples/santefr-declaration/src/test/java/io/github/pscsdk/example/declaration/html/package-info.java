/** The cell of HTML. One thread. */
package io.github.pscsdk.example.declaration.html;

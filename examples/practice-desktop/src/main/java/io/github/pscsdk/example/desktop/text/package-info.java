/** What the software says, in French and in English. Immutable; safe for any thread. */
package io.github.pscsdk.example.desktop.text;

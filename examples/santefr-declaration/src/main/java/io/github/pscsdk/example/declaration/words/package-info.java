/** The codes of the ANS nomenclatures as people say them, in French and English. Immutable; safe for any thread. */
package io.github.pscsdk.example.declaration.words;

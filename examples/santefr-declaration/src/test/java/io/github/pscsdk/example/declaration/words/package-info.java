/** Tests of the words. */
package io.github.pscsdk.example.declaration.words;

/** Tables of accepted, normalised and rejected values for each rule. One thread. */
package io.github.pscsdk.example.declaration.rules;

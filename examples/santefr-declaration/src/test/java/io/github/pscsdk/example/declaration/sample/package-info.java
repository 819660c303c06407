/** Fictitious declarations and callers for the tests of every package. Immutable; safe for any thread. */
package io.github.pscsdk.example.declaration.sample;

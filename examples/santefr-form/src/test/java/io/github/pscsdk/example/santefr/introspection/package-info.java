/** Introspection against a small server on the loopback address. */
package io.github.pscsdk.example.santefr.introspection;

/** Traces on disk. */
package io.github.pscsdk.example.proxy.trace;

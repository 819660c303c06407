/** Traces on disk. */
package io.github.pscsdk.proxy.internal.store;

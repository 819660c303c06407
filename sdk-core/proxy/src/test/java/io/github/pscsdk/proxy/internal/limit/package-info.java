/** Counting attempts. */
package io.github.pscsdk.proxy.internal.limit;

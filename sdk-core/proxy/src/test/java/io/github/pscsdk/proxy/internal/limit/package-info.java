/** Counting attempts. */
package io.github.pscsdk.example.proxy.limit;

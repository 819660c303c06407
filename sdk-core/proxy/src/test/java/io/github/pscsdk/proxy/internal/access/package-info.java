/** Addresses behind reverse proxies. */
package io.github.pscsdk.proxy.internal.access;

/** Callers, their addresses behind reverse proxies, and the end of their sessions. */
package io.github.pscsdk.proxy.internal.session;

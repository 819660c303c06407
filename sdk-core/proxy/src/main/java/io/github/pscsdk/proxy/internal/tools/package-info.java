/** The commands of whoever operates a proxy, beside the service: key rings, copies of sessions, exports of traces. */
package io.github.pscsdk.proxy.internal.tools;

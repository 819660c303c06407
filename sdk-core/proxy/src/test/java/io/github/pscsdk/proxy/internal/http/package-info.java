/** The routing table against its description. */
package io.github.pscsdk.proxy.internal.http;

/** The routing table against its description. */
package io.github.pscsdk.example.proxy.http;

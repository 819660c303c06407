/** Addresses behind reverse proxies. */
package io.github.pscsdk.example.proxy.access;

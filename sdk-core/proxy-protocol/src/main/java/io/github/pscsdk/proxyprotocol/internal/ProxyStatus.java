package io.github.pscsdk.proxyprotocol.internal;

import io.github.pscsdk.api.Environment;

/**
 * The response to {@code GET /v1/status}.
 *
 * @param environment which Pro Santé Connect the proxy talks to
 * @param contract the version of the contract that it speaks
 */
public record ProxyStatus(Environment environment, String contract) {}

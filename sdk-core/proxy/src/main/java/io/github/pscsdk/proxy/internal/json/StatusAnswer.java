package io.github.pscsdk.proxy.internal.json;

/**
 * Body of {@code GET /v1/status}.
 *
 * @param environment which Pro Santé Connect this proxy talks to
 * @param contract the version of this HTTP contract
 */
public record StatusAnswer(String environment, String contract) {}

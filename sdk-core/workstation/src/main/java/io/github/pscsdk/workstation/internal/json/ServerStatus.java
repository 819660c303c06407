package io.github.pscsdk.workstation.internal.json;

import io.github.pscsdk.api.Environment;

/**
 * The answer to {@code GET /v1/status}.
 *
 * @param environment {@link Environment#CUSTOM} where this version does not know the word
 * @param contract the version of the contract that the server half speaks
 */
public record ServerStatus(Environment environment, String contract) {}

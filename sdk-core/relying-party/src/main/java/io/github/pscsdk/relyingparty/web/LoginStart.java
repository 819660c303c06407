package io.github.pscsdk.relyingparty.web;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How a login begins.
 *
 * @param page where the browser is sent; empty where too many were begun from its address
 * @param retryAfter how long it has to wait then, in whole seconds, for a header {@code Retry-After}; else zero
 */
public record LoginStart(Optional<URI> page, Duration retryAfter) {}

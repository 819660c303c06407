package io.github.pscsdk.proxyprotocol.internal;

import java.time.Instant;
import java.util.Optional;

/**
 * The response to {@code GET /v1/session/end} while the session goes on.
 *
 * @param expiresAt when it ends at the latest
 * @param idleSeconds so many seconds after the last request that counts as activity it ends, too
 */
public record SessionValidity(Instant expiresAt, Optional<Long> idleSeconds) {}

package io.github.pscsdk.workstation.internal.json;

import io.github.pscsdk.api.Professional;
import java.time.Instant;
import java.util.Optional;

/**
 * The answer to {@code GET /v1/session}, as far as the workstation needs it.
 *
 * @param authMode what the professional identified with, as UserInfo says; empty where it says nothing
 */
public record SessionDocument(Instant expiresAt, Professional professional, Optional<String> authMode) {}

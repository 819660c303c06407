package io.github.pscsdk.workstation.internal.json;

import io.github.pscsdk.api.Professional;
import java.time.Instant;

/** The answer to {@code GET /v1/session}, as far as the workstation needs it. */
public record SessionDocument(Instant expiresAt, Professional professional) {}

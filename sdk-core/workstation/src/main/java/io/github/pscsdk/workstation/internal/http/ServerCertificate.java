package io.github.pscsdk.workstation.internal.http;

import java.time.Instant;

/**
 * The part of a server's certificate that the health check needs.
 *
 * @param issuer distinguished name as in RFC 2253
 * @param from valid from
 * @param until valid until
 */
public record ServerCertificate(String issuer, Instant from, Instant until) {}

package io.github.pscsdk.workstation.internal.http;

import java.time.Instant;

/**
 * What is public of a certificate that a server showed.
 *
 * @param issuer who issued it, as RFC 2253 writes names
 * @param from its first moment
 * @param until its last
 */
public record ServerCertificate(String issuer, Instant from, Instant until) {}

package io.github.pscsdk.workstation.internal.http;

import java.util.Optional;

/**
 * What the host says of its server half.
 *
 * @param address where it is
 * @param token by which it knows the installation; absent only where it speaks the plain contract
 * @param clientId of the software at Pro Santé Connect
 * @param singleSignOn whether a login in the browser may use the session that it has at Pro Santé Connect
 * @param contract which one it speaks
 */
public record ServerHalfSettings(
        ServerHalfAddress address,
        Optional<ApplicationToken> token,
        String clientId,
        boolean singleSignOn,
        ServerContract contract) {}

package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.RelyingParty;

/**
 * A session that holds at this moment.
 *
 * @param client under whose client id the professional logged in
 * @param session who it is
 */
public record ActiveSession(RelyingParty client, PscSession session) {}

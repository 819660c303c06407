package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.workstation.internal.session.ProxySession;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A login that another process began: no authenticator has a turn any more, for the professional was asked already. */
final class Resumption {
    private static final Logger log = LoggerFactory.getLogger(Resumption.class);

    private final Turn turn;
    private final PendingTicket ticket;

    Resumption(Turn turn, PendingTicket ticket) {
        this.turn = turn;
        this.ticket = ticket;
    }

    /** From where it stands to the session, with every check that it would have met. */
    ProxySession run() throws PscException, InterruptedException {
        log.info("login {}: goes on with one that {} began", turn.number(), turn.authenticatorId());
        var progress = turn.progress();
        var asking = new Asking(turn, progress, turn.dialog(new HostSide()));
        var handover = new Handover(turn, asking);
        var handedOver = false;
        try {
            var session = handover.open(asking.resumed(ticket), progress, Optional.empty());
            handedOver = true;
            log.info("login {}: done", turn.number());
            return session;
        } catch (PscException e) {
            log.warn(
                    "login {}: {} {}",
                    turn.number(),
                    e.problem().code(),
                    e.problem().name());
            throw e;
        } finally {
            if (!handedOver) {
                handover.abandon();
            }
        }
    }
}

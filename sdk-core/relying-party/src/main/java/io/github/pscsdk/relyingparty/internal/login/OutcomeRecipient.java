package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.relyingparty.session.PscSession;
import java.util.concurrent.CompletableFuture;

/** Who waits for a login. */
interface OutcomeRecipient {
    /** What they hold: ends by the session, by a failure, or since they wait no more. */
    CompletableFuture<PscSession> outcome();

    /** PSC has given everything: what is still missing is ours. */
    void answered();

    /**
     * Ends the outcome by the session, which is in the store, or by what came before it; fails where nobody can say.
     */
    default CompletableFuture<Void> take(PscSession session) {
        outcome().complete(session);
        return CompletableFuture.completedFuture(null);
    }

    /** Somebody of this process alone. */
    record Local(CompletableFuture<PscSession> outcome, Runnable whenAnswered) implements OutcomeRecipient {
        @Override
        public void answered() {
            whenAnswered.run();
        }
    }
}

package io.github.pscsdk.example.practiceweb.receiver;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.relyingparty.session.PscSession;
import java.util.Optional;
import java.util.UUID;

/** Takes declarations, each in the name of the professional of a session. */
public interface DeclarationReceiver {
    /**
     * Hands a declaration over, once: the same professional's same key has the first receipt again.
     *
     * @param key drawn before the first attempt, the same for every other one
     * @return the number of the receipt
     * @throws DeclarationRejectedException with what the receiver found wrong; it has kept nothing
     * @throws PscException if it is not known whether it was taken, with a remedy; or the session is over
     * @throws InterruptedException if the calling thread is interrupted
     */
    String handOver(PscSession session, UUID key, Declaration declaration)
            throws DeclarationRejectedException, PscException, InterruptedException;

    /**
     * What that professional handed over; empty where there is nothing of theirs under that number.
     *
     * @throws PscException if it cannot be asked, with a remedy; or the session is over
     * @throws InterruptedException if the calling thread is interrupted
     */
    Optional<Receipt> receipt(PscSession session, String number) throws PscException, InterruptedException;
}

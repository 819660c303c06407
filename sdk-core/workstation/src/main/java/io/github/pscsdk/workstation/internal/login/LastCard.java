package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.NationalId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Whose card a client read last; in memory alone, and until the client is closed. Safe for any thread. */
final class LastCard {
    private final AtomicReference<Optional<NationalId>> holder = new AtomicReference<>(Optional.empty());

    void isOf(NationalId read) {
        holder.set(Optional.of(read));
    }

    Optional<NationalId> holder() {
        return holder.get();
    }

    void forget() {
        holder.set(Optional.empty());
    }

    /** Nobody. */
    @Override
    public String toString() {
        return "LastCard[…]";
    }
}

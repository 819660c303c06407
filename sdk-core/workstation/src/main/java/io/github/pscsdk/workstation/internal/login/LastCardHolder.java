package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.NationalId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The holder of the card that a client read last; in memory only, until the client is closed. Safe for any thread. */
final class LastCardHolder {
    private final AtomicReference<Optional<NationalId>> holder = new AtomicReference<>(Optional.empty());

    void set(NationalId read) {
        holder.set(Optional.of(read));
    }

    Optional<NationalId> get() {
        return holder.get();
    }

    void clear() {
        holder.set(Optional.empty());
    }

    @Override
    public String toString() {
        return "LastCardHolder[…]";
    }
}

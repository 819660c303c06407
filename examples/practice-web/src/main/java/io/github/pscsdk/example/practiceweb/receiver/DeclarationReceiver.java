package io.github.pscsdk.example.practiceweb.receiver;

import java.time.Clock;
import java.util.Optional;

/** Takes declarations. */
public interface DeclarationReceiver {
    /** Takes a declaration, once: the same professional's same key has the first receipt again, whatever comes with it. */
    Receipt handOver(HandOver handOver);

    /** The receipt of what that professional handed over under that key. */
    Optional<Receipt> receipt(HandOverKey key);

    /**
     * One that keeps the last thousand in memory and sends them nowhere.
     *
     * @param clock dates the receipts
     */
    static DeclarationReceiver inMemory(Clock clock) {
        return new MemoryReceiver(clock);
    }
}

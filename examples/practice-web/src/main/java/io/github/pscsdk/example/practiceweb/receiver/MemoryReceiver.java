package io.github.pscsdk.example.practiceweb.receiver;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps the last ones, and forgets all at a restart. */
final class MemoryReceiver implements DeclarationReceiver {
    private static final int MOST = 1000;

    private final Clock clock;
    private final Map<HandOverKey, Receipt> receipts = new LinkedHashMap<>();

    MemoryReceiver(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Receipt handOver(HandOver handOver) {
        var receipt = receipts.computeIfAbsent(
                handOver.key(), key -> new Receipt(key, clock.instant(), handOver.declaration()));
        if (receipts.size() > MOST) {
            receipts.remove(receipts.keySet().iterator().next());
        }
        return receipt;
    }

    @Override
    public synchronized Optional<Receipt> receipt(HandOverKey key) {
        return Optional.ofNullable(receipts.get(key));
    }
}

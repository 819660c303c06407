package io.github.pscsdk.testkit.card;

import io.github.pscsdk.testkit.card.internal.chip.data.Hex;

/**
 * Replays an {@link ApduTrace}: expects the commands in order and gives the recorded responses, masked digits as 0. A
 * command out of order is answered {@code 6F00}, and the replay stays where it is. Resets do not count. Safe for any
 * thread.
 */
public final class ReplayedCard implements SmartCard {
    private static final byte[] OUT_OF_ORDER = Hex.bytes("6F00");

    private final ApduTrace trace;
    private int next;

    /** A replay from the first exchange. */
    public ReplayedCard(ApduTrace trace) {
        this.trace = trace;
    }

    @Override
    public byte[] atr() {
        return Hex.bytes(trace.atr());
    }

    @Override
    public synchronized byte[] transmit(byte[] command) {
        if (isFinished() || !CommandPattern.agree(expected().command(), Hex.text(command))) {
            return OUT_OF_ORDER.clone();
        }
        var response = Hex.bytes(expected().response().replace('X', '0'));
        next++;
        return response;
    }

    private Exchange expected() {
        return trace.exchanges().get(next);
    }

    /** Whether all recorded exchanges were replayed. */
    public synchronized boolean isFinished() {
        return next == trace.exchanges().size();
    }

    @Override
    public void reset() {
        // A trace tells exchanges only.
    }
}

package io.github.pscsdk.testkit.card.internal.chip.command;

import java.security.MessageDigest;
import java.util.Arrays;

/** A secret number and how often it may still be wrong. The tries survive a power-off, what was presented does not. */
public final class CardCode {
    private final int most;
    private byte[] secret;
    private int left;
    private boolean presented;

    CardCode(byte[] secret, int most, int left) {
        this.secret = secret.clone();
        this.most = most;
        this.left = left;
    }

    public int most() {
        return most;
    }

    public int left() {
        return left;
    }

    boolean isBlocked() {
        return left == 0;
    }

    public boolean isPresented() {
        return presented;
    }

    /** Tries a value. If the code is blocked, every value is wrong. */
    public boolean present(byte[] value) {
        presented = !isBlocked() && MessageDigest.isEqual(secret, value);
        if (presented) {
            left = most;
        } else if (left > 0) {
            left--;
        }
        return presented;
    }

    public void replace(byte[] value) {
        Arrays.fill(secret, (byte) 0);
        secret = value.clone();
    }

    public void fill() {
        left = most;
    }

    public void block() {
        left = 0;
        presented = false;
    }

    void forget() {
        presented = false;
    }
}

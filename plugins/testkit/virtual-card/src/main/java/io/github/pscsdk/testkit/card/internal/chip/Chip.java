package io.github.pscsdk.testkit.card.internal.chip;

import io.github.pscsdk.testkit.card.internal.chip.command.Codes;
import io.github.pscsdk.testkit.card.internal.chip.command.Cps3Commands;
import io.github.pscsdk.testkit.card.internal.chip.command.Cps4Commands;
import io.github.pscsdk.testkit.card.internal.chip.command.FileLayout;
import io.github.pscsdk.testkit.card.internal.chip.data.CardSpec;
import io.github.pscsdk.testkit.card.internal.chip.data.Protocol;
import io.github.pscsdk.testkit.card.internal.chip.key.KeyRing;

/** The chip of a CPS: executes commands. Safe for any thread: one command at a time. */
public final class Chip {
    private final byte[] answerToReset;
    private final Transport transport;
    private final Codes codes;

    /** A new card. Its keys are made when they are first needed. */
    public Chip(CardSpec spec) {
        var keys = new KeyRing(spec);
        codes = new Codes(spec);
        var files = FileLayout.of(spec, keys);
        answerToReset = AnswerToReset.of(spec.generation());
        transport = switch (spec.generation()) {
            case CPS3 -> new Transport(new Cps3Commands(files, codes, keys, true), Protocol.T0);
            case CPS3_CONTACTLESS -> new Transport(new Cps3Commands(files, codes, keys, false), Protocol.T1);
            case CPS4 -> new Transport(new Cps4Commands(files, codes, keys, spec.channels()), Protocol.T0);
        };
    }

    /** The answer to reset. */
    public byte[] answerToReset() {
        return answerToReset.clone();
    }

    /** Answers one command. */
    public synchronized byte[] transmit(byte[] command) {
        return transport.transmit(command);
    }

    /** Powers the card on: selections and presented codes are lost. */
    public synchronized void powerOn() {
        transport.powerOn();
    }

    /** How many wrong codes block the card. */
    public synchronized int triesLeft() {
        return codes.code().left();
    }

    /** Uses up the tries of the code. */
    public synchronized void block() {
        codes.code().block();
    }

    /** Whether the code porteur was presented since the last reset. */
    public synchronized boolean isCodePresented() {
        return codes.isPresented();
    }

    /** Whether the card cannot be unlocked any more. */
    public synchronized boolean isBlockedForGood() {
        return codes.isBlockedForGood();
    }
}

package io.github.pscsdk.plugin.cps.internal.card;

import java.util.OptionalInt;

/** Reads how many tries a code has left, without using one. */
final class CodeCounter {
    static final int CODE_PORTEUR = 0x01;
    static final int UNLOCK_CODE = 0x02;

    private final Dialect dialect;
    private final CommandExchange exchange;

    CodeCounter(Dialect dialect, CommandExchange exchange) {
        this.dialect = dialect;
        this.exchange = exchange;
    }

    CodeState read() throws CardAccessException {
        var state = ask(CODE_PORTEUR);
        return state.lock() == CodeState.Lock.BLOCKED && isUnlockCodeUsedUp() ? CodeState.BLOCKED_FOR_GOOD : state;
    }

    private boolean isUnlockCodeUsedUp() throws CardAccessException {
        if (dialect == Dialect.CHIPDOC) {
            return ask(UNLOCK_CODE).lock() == CodeState.Lock.BLOCKED;
        }
        // The object knows more than the empty VERIFY: how often a code may still be used at all.
        var unlockCode = describe(UNLOCK_CODE);
        return unlockCode.hasNoTry()
                || unlockCode.hasNoUse()
                || describe(CODE_PORTEUR).hasNoUse();
    }

    private CodeState ask(int code) throws CardAccessException {
        var status = status(code);
        if (StatusWord.countsTries(status)) {
            return CodeState.left(StatusWord.tries(status));
        } else if (status == StatusWord.BLOCKED) {
            return CodeState.BLOCKED;
        } else if (status == StatusWord.OK) {
            // Another program has presented it: the card is open and does not show the counter.
            return CodeState.OPEN;
        }
        var tries = dialect == Dialect.IAS_ECC ? describe(code).triesLeft() : OptionalInt.empty();
        return tries.isPresent() ? CodeState.left(tries.getAsInt()) : CodeState.UNKNOWN;
    }

    private int status(int code) throws CardAccessException {
        try {
            return exchange.send(Command.stateOfCode(code)).statusWord();
        } catch (CardDataException e) {
            return StatusWord.NOT_FOUND;
        }
    }

    private CodeObject describe(int code) throws CardAccessException {
        try {
            exchange.send(dialect.select(CardPath.of("")));
            return CodeObject.in(exchange.send(Command.codeObject(code)).data());
        } catch (CardDataException e) {
            // The counter is worth a warning, not a refusal: a card that hides it still logs in.
            return CodeObject.UNKNOWN;
        }
    }
}

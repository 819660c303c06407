package io.github.pscsdk.plugin.cps.internal.card;

/**
 * One command and its whole answer. The T=0 protocol makes a card say "61xx, fetch it" and "6Cxx, ask again with that length";
 * Java does both for its own channels unless told otherwise by a property, so whoever speaks through here need not know.
 */
final class CommandExchange {
    /** As many as a short answer of 64 KiB has; a card that goes on longer is broken. */
    private static final int ROUNDS = 256;

    private final CardChannel channel;

    CommandExchange(CardChannel channel) {
        this.channel = channel;
    }

    CardResponse send(byte[] command) throws CardAccessException, CardDataException {
        var answer = CardResponse.of(channel.transmit(command.clone()));
        if (StatusWord.wantsOtherLength(answer.statusWord()) && Command.expectsData(command)) {
            answer = CardResponse.of(channel.transmit(Command.withLength(command, answer.statusWord())));
        }
        for (var round = 0; StatusWord.hasMore(answer.statusWord()); round++) {
            if (round == ROUNDS) {
                throw new CardDataException("the answer does not end");
            }
            answer = answer.then(CardResponse.of(channel.transmit(Command.getResponse(answer.statusWord()))));
        }
        return answer;
    }
}

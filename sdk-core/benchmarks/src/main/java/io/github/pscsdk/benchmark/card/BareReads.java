package io.github.pscsdk.benchmark.card;

import io.github.pscsdk.testkit.card.ApduTrace;
import java.util.HexFormat;
import java.util.List;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;

/**
 * The commands that the plug-in sent, sent again by a loop that looks at no answer.
 *
 * @param commands without GET RESPONSE, which the JDK adds by itself
 */
record BareReads(CardTerminal terminal, List<CommandAPDU> commands) {
    private static final int GET_RESPONSE = 0xC0;

    static BareReads of(CardTerminal terminal, ApduTrace trace) {
        var commands = trace.exchanges().stream()
                .filter(exchange -> !exchange.hasInstruction(GET_RESPONSE))
                .map(exchange -> new CommandAPDU(HexFormat.of().parseHex(exchange.command())))
                .toList();
        return new BareReads(terminal, commands);
    }

    void run() throws CardException {
        var card = terminal.connect("*");
        var channel = card.getBasicChannel();
        for (var command : commands) {
            channel.transmit(command);
        }
        card.disconnect(true);
    }
}

package io.github.pscsdk.testkit.card.internal.chip;

import io.github.pscsdk.testkit.card.internal.chip.command.Command;
import io.github.pscsdk.testkit.card.internal.chip.command.CommandHandler;
import io.github.pscsdk.testkit.card.internal.chip.command.Instruction;
import io.github.pscsdk.testkit.card.internal.chip.command.Response;
import io.github.pscsdk.testkit.card.internal.chip.command.StatusWord;
import io.github.pscsdk.testkit.card.internal.chip.data.Protocol;
import io.github.pscsdk.testkit.card.internal.chip.data.Tlv;
import java.util.Arrays;

/** Between the bytes and a {@link CommandHandler}: lengths, GET RESPONSE and command chaining (ISO 7816-3, -4). */
public final class Transport {
    private static final int CHAINING = 0x10; // ISO 7816-4 table 2: this is not the last command of the chain
    private static final int PROPRIETARY = 0x80;
    private static final int LONGEST = 256;

    private final CommandHandler commands;
    private final Protocol protocol;
    private Response waiting = Response.OK;
    private byte[] chained = {};

    Transport(CommandHandler commands, Protocol protocol) {
        this.commands = commands;
        this.protocol = protocol;
    }

    void powerOn() {
        waiting = Response.OK;
        chained = new byte[0];
        commands.powerOn();
    }

    byte[] transmit(byte[] apdu) {
        return Command.parse(apdu)
                .map(this::answer)
                .orElse(Response.of(StatusWord.WRONG_LENGTH))
                .toBytes();
    }

    private Response answer(Command command) {
        if (command.ins() == Instruction.GET_RESPONSE) {
            return rest(command.le().orElse(LONGEST));
        }
        waiting = Response.OK;
        if (command.cla() < PROPRIETARY && (command.cla() & CHAINING) != 0) {
            chained = Tlv.join(chained, command.data());
            return Response.OK;
        }
        var whole = command.withData(Tlv.join(chained, command.data()));
        chained = new byte[0];
        var response = commands.answer(whole);
        return switch (protocol) {
            case T0 -> overT0(command, response);
            case T1 -> overT1(command, response);
        };
    }

    private Response overT0(Command command, Response response) {
        if (response.isEmpty()) {
            return response;
        }
        if (command.hasData() || command.le().isEmpty()) {
            waiting = response;
            return more(response);
        }
        var length = response.data().length;
        return command.le().getAsInt() == length ? response : Response.of(StatusWord.WRONG_LE | length & 0xFF);
    }

    /** The legacy application has a status word of its own for "there is more" (cps-card, section 7). */
    private static Response more(Response response) {
        var announced =
                response.status() >>> 8 == StatusWord.LEGACY_DATA >>> 8 ? StatusWord.LEGACY_DATA : StatusWord.MORE_DATA;
        return Response.of(announced | response.data().length & 0xFF);
    }

    private static Response overT1(Command command, Response response) {
        if (command.le().isEmpty()) {
            return Response.of(response.status());
        }
        var length = Math.min(command.le().getAsInt(), response.data().length);
        return new Response(Arrays.copyOf(response.data(), length), response.status());
    }

    private Response rest(int wanted) {
        var data = waiting.data();
        if (data.length == 0) {
            return Response.of(StatusWord.CONDITIONS);
        }
        if (wanted > data.length) {
            return Response.of(StatusWord.WRONG_LE | data.length & 0xFF);
        }
        var part = Arrays.copyOf(data, wanted);
        var status = waiting.status() >>> 8 == StatusWord.LEGACY_DATA >>> 8 ? StatusWord.OK : waiting.status();
        waiting = new Response(Arrays.copyOfRange(data, wanted, data.length), waiting.status());
        return waiting.isEmpty()
                ? new Response(part, status)
                : new Response(part, more(waiting).status());
    }
}

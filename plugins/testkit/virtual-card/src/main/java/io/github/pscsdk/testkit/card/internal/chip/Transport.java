package io.github.pscsdk.testkit.card.internal.chip;

import java.util.Arrays;

/** The transport of commands to a {@link Face}: lengths, GET RESPONSE and command chaining (ISO 7816-3, -4). */
final class Transport {
    private static final int CHAINING = 0x10; // ISO 7816-4 table 2: this is not the last command of the chain
    private static final int PROPRIETARY = 0x80;
    private static final int LONGEST = 256;

    private final Face face;
    private final Protocol protocol;
    private Response waiting = Response.OK;
    private byte[] chained = {};

    Transport(Face face, Protocol protocol) {
        this.face = face;
        this.protocol = protocol;
    }

    void powerOn() {
        waiting = Response.OK;
        chained = new byte[0];
        face.powerOn();
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
        var response = face.answer(whole);
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

    /** The legacy face has a status word of its own for "there is more" (cps-card, section 7). */
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

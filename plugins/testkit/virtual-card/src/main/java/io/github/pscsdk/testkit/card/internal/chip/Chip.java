package io.github.pscsdk.testkit.card.internal.chip;

import io.github.pscsdk.testkit.card.internal.crypto.CardKey;
import java.util.Arrays;
import java.util.Set;

/** The chip of a CPS between bytes and commands: lengths, GET RESPONSE and command chaining (ISO 7816-3, -4). */
public final class Chip {
    /** How a CPS4 may differ from the usual one. */
    public enum Deviation {
        /** MANAGE CHANNEL does not open channel 1; SELECT with class 01 does. */
        NO_CHANNELS,
        /** Class 00 serves as well. */
        BASIC_IS_ENOUGH
    }

    private static final int CHAINING = 0x10; // ISO 7816-4 table 2: this is not the last command of the chain
    private static final int PROPRIETARY = 0x80;
    private static final int LONGEST = 256;

    private final Generation generation;
    private final Application application;
    private Response waiting = Response.OK;
    private byte[] chained = {};

    public Chip(Generation generation, CardFiles files, CardCodes codes, CardKey.Pair keys, Set<Deviation> deviations) {
        this.generation = generation;
        this.application = new Application(generation, files, codes, keys, deviations);
    }

    /** Powers the card on: selections, presented codes and the security environment are lost. */
    public void powerOn() {
        waiting = Response.OK;
        chained = new byte[0];
        application.powerOn();
    }

    public byte[] transmit(byte[] apdu) {
        return Command.parse(apdu)
                .map(this::answer)
                .orElse(Response.WRONG_LENGTH)
                .toBytes();
    }

    private Response answer(Command command) {
        if (command.ins() == Command.GET_RESPONSE) {
            return rest(command.le().orElse(LONGEST));
        }
        waiting = Response.OK;
        if (command.cla() < PROPRIETARY && (command.cla() & CHAINING) != 0) {
            chained = Tlv.join(chained, command.data());
            return Response.OK;
        }
        var response = application.answer(command.withData(Tlv.join(chained, command.data())));
        chained = new byte[0];
        return generation.hasContacts() ? overT0(command, response) : overT1(command, response);
    }

    /** In T=0 a command either sends or receives data: {@code 61xx} and {@code 6Cxx} announce the rest. */
    private Response overT0(Command command, Response response) {
        var length = response.data().length;
        if (length == 0) {
            return response;
        }
        if (command.data().length > 0 || command.le().isEmpty()) {
            waiting = response;
            return Response.more(length);
        }
        return command.le().getAsInt() == length ? response : Response.wrongLe(length);
    }

    private static Response overT1(Command command, Response response) {
        var length = Math.min(command.le().orElse(0), response.data().length);
        return new Response(Arrays.copyOf(response.data(), length), response.status());
    }

    private Response rest(int wanted) {
        var data = waiting.data();
        if (data.length == 0) {
            return Response.CONDITIONS;
        }
        if (wanted > data.length) {
            return Response.wrongLe(data.length);
        }
        waiting = new Response(Arrays.copyOfRange(data, wanted, data.length), waiting.status());
        var left = data.length - wanted;
        var status = left == 0 ? waiting.status() : Response.more(left).status();
        return new Response(Arrays.copyOf(data, wanted), status);
    }
}

package io.github.pscsdk.testkit.card.internal.chip.command;

import io.github.pscsdk.testkit.card.internal.chip.data.Tlv;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The security environment: which key and algorithm the next operations use, by template (ISO 7816-4, section 11.5.11). */
final class SecurityEnvironment {
    private final Map<Integer, byte[]> templates = new HashMap<>();

    void forget() {
        templates.clear();
    }

    /** MANAGE SECURITY ENVIRONMENT: SET, by control reference template. */
    public Response set(Command command) {
        if ((command.p1() & 0x0F) != 0x01) {
            return Response.of(StatusWord.WRONG_P1P2);
        }
        templates.put(command.p2(), command.data());
        return Response.OK;
    }

    /** The first byte of an object of a template that was set. */
    public Optional<Integer> value(int template, int tag) {
        return byteOf(template, tag, 0);
    }

    /** The second one. */
    public Optional<Integer> second(int template, int tag) {
        return byteOf(template, tag, 1);
    }

    private Optional<Integer> byteOf(int template, int tag, int index) {
        return Optional.ofNullable(templates.get(template))
                .flatMap(data -> Tlv.find(data, tag))
                .filter(value -> value.length > index)
                .map(value -> value[index] & 0xFF);
    }
}

package io.github.pscsdk.testkit.card.internal.chip.command;

import java.util.Arrays;

/**
 * VERIFY, CHANGE REFERENCE DATA and RESET RETRY COUNTER (ISO 7816-4, section 11.6). The last wrong code is answered {@code
 * 6983}: these cards never say {@code 63C0}.
 */
final class CodeCommands {
    private static final int CODE = 0x01;
    private static final int UNLOCK_CODE = 0x02;
    private static final int LOCAL = 0x80;

    private final Codes codes;

    CodeCommands(Codes codes) {
        this.codes = codes;
    }

    public Response verify(Command command) {
        if (command.p1() != 0) {
            return Response.of(StatusWord.WRONG_P1P2);
        }
        return switch (command.p2()) {
            case CODE -> verify(codes.code(), Codes.CODE_LENGTH, command.data());
            case UNLOCK_CODE -> verify(codes.unlockCode(), Codes.UNLOCK_CODE_LENGTH, command.data());
            default -> Response.of(StatusWord.NO_SUCH_REFERENCE);
        };
    }

    private static Response verify(CardCode counter, int length, byte[] value) {
        if (value.length == 0) {
            return counter.isPresented() ? Response.OK : state(counter);
        }
        if (value.length != length) {
            return Response.of(StatusWord.WRONG_LENGTH);
        }
        return counter.present(value) ? Response.OK : state(counter);
    }

    private static Response state(CardCode counter) {
        return Response.of(counter.isBlocked() ? StatusWord.BLOCKED : StatusWord.TRIES_LEFT | counter.left());
    }

    /** P1 = 00: old and new code in one command; P1 = 01: the new one alone, after the old or the unlock code. */
    public Response change(Command command) {
        if ((command.p2() & ~LOCAL) != CODE) {
            return Response.of(StatusWord.NO_SUCH_REFERENCE);
        }
        return switch (command.p1()) {
            case 0x00 -> changeFrom(command.data());
            case 0x01 ->
                codes.isPresented() || codes.isUnlockCodePresented()
                        ? replaceBy(command.data())
                        : Response.of(StatusWord.CODE_NEEDED);
            default -> Response.of(StatusWord.WRONG_P1P2);
        };
    }

    private Response changeFrom(byte[] both) {
        if (both.length != 2 * Codes.CODE_LENGTH) {
            return Response.of(StatusWord.WRONG_LENGTH);
        }
        var old = Arrays.copyOf(both, Codes.CODE_LENGTH);
        var wanted = Arrays.copyOfRange(both, Codes.CODE_LENGTH, both.length);
        var verified = verify(codes.code(), Codes.CODE_LENGTH, old);
        return verified.status() == StatusWord.OK ? replaceBy(wanted) : verified;
    }

    private Response replaceBy(byte[] wanted) {
        if (!Codes.isCode(wanted)) {
            return Response.of(StatusWord.WRONG_DATA);
        }
        codes.code().replace(wanted);
        return Response.OK;
    }

    /** P1 = 02: with the new code; P1 = 03: the counter alone. Both after the unlock code. */
    public Response unlock(Command command) {
        if ((command.p2() & ~LOCAL) != CODE) {
            return Response.of(StatusWord.NO_SUCH_REFERENCE);
        }
        if (!codes.isUnlockCodePresented()) {
            return Response.of(codes.unlockCode().isBlocked() ? StatusWord.BLOCKED : StatusWord.CODE_NEEDED);
        }
        return switch (command.p1()) {
            case 0x02 -> {
                var replaced = replaceBy(command.data());
                if (replaced.status() == StatusWord.OK) {
                    codes.unlock();
                }
                yield replaced;
            }
            case 0x03 -> {
                codes.unlock();
                yield Response.OK;
            }
            default -> Response.of(StatusWord.WRONG_P1P2);
        };
    }
}

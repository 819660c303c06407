package io.github.pscsdk.testkit.card.internal.chip.command;

import io.github.pscsdk.testkit.card.internal.chip.data.FileTree;
import io.github.pscsdk.testkit.card.internal.chip.data.Hex;
import io.github.pscsdk.testkit.card.internal.chip.data.Tlv;
import java.util.Optional;

/**
 * The CPS2ter application, class {@code A0}: practice situations behind the code porteur, with status words of its own (cps-card,
 * sections 4 and 7). The contents are invented.
 */
final class LegacyCommands implements CommandHandler {
    private static final String BILLING_DIRECTORY = "7F01";
    private static final byte[] SITUATION = Tlv.utf8(0xEE, "SITUATION FICTIVE");

    private final Codes codes;
    private String directory = FileTree.MASTER;
    private Optional<String> file = Optional.empty();

    LegacyCommands(Codes codes) {
        this.codes = codes;
    }

    @Override
    public void powerOn() {
        directory = FileTree.MASTER;
        file = Optional.empty();
    }

    @Override
    public Response answer(Command command) {
        return switch (command.ins()) {
            case Instruction.SELECT -> select(Hex.text(command.data()));
            case Instruction.READ_BINARY -> read(command);
            case Instruction.VERIFY -> verify(command.data());
            default -> Response.of(StatusWord.UNKNOWN_INSTRUCTION);
        };
    }

    private Response select(String id) {
        if (id.equals(FileTree.MASTER) || id.equals(BILLING_DIRECTORY)) {
            directory = id;
            file = Optional.empty();
        } else if (isFile(id)) {
            file = Optional.of(id);
        } else {
            return Response.of(StatusWord.LEGACY_NOT_FOUND);
        }
        var about = Tlv.join(Hex.bytes("0000"), new byte[] {0, (byte) SITUATION.length}, Hex.bytes(id));
        return new Response(about, StatusWord.LEGACY_DATA);
    }

    /** {@code 4010} to {@code 401F}, and the billing situation. */
    private boolean isFile(String id) {
        return directory.equals(BILLING_DIRECTORY) ? id.equals("4000") : id.matches("401[0-9A-F]");
    }

    private Response read(Command command) {
        if (file.isEmpty()) {
            return Response.of(StatusWord.LEGACY_NOT_FOUND);
        }
        if (!codes.isPresented()) {
            return Response.of(StatusWord.LEGACY_WRONG_CODE);
        }
        return command.p1p2() == 0 ? Response.ok(SITUATION) : Response.of(StatusWord.WRONG_OFFSET);
    }

    private Response verify(byte[] value) {
        if (!Codes.isCode(value)) {
            return Response.of(StatusWord.LEGACY_INVALID_CODE);
        }
        if (codes.code().present(value)) {
            return Response.OK;
        }
        return Response.of(codes.code().isBlocked() ? StatusWord.LEGACY_BLOCKED : StatusWord.LEGACY_WRONG_CODE);
    }
}

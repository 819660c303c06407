package io.github.pscsdk.testkit.card.internal.chip.command;

import io.github.pscsdk.testkit.card.internal.chip.data.CardFile;
import io.github.pscsdk.testkit.card.internal.chip.data.FileTree;
import io.github.pscsdk.testkit.card.internal.chip.data.Hex;
import java.util.Arrays;
import java.util.Optional;

/** The current directory and file of one logical channel, and the commands that move and read them (ISO 7816-4, section 11). */
final class Selection {
    private static final int BY_ID = 0x00;
    private static final int FILE_HERE = 0x02;
    private static final int PARENT = 0x03;
    private static final int BY_NAME = 0x04;
    private static final int PATH_FROM_MASTER = 0x08;
    private static final int PATH_FROM_HERE = 0x09;

    private static final int NO_ANSWER = 0x0C;
    private static final int CONTROL_PARAMETERS = 0x04;

    private final FileTree files;
    private final Codes codes;
    private CardFile directory;
    private Optional<CardFile> file = Optional.empty();

    Selection(FileTree files, Codes codes) {
        this.files = files;
        this.codes = codes;
        this.directory = files.master();
    }

    public void powerOn() {
        directory = files.master();
        file = Optional.empty();
    }

    public Response select(Command command) {
        var found = find(command);
        if (found.isEmpty()) {
            return Response.of(StatusWord.NOT_FOUND);
        }
        moveTo(found.get());
        return switch (command.p2() & NO_ANSWER) {
            case NO_ANSWER -> Response.OK;
            case CONTROL_PARAMETERS -> Response.ok(found.get().control(0x62));
            default -> Response.ok(found.get().control(0x6F));
        };
    }

    private void moveTo(CardFile target) {
        if (target.isDirectory()) {
            directory = target;
            file = Optional.empty();
        } else {
            file = Optional.of(target);
            directory = files.at(target.parent()).orElse(directory);
        }
    }

    private Optional<CardFile> find(Command command) {
        var name = Hex.text(command.data());
        return switch (command.p1()) {
            case BY_ID, FILE_HERE ->
                name.equals(FileTree.MASTER) || name.isEmpty()
                        ? Optional.of(files.master())
                        : files.at(directory.path() + name);
            case PARENT -> files.at(directory.parent());
            case BY_NAME -> files.application(command.data());
            case PATH_FROM_MASTER -> files.at(absolute(FileTree.MASTER, name));
            case PATH_FROM_HERE -> files.at(absolute(directory.path(), name));
            default -> Optional.empty();
        };
    }

    /** The library of these cards gives paths from the master file, whichever P1 says so (cps-card, section 7). */
    private static String absolute(String from, String path) {
        return path.startsWith(FileTree.MASTER) ? path : from + path;
    }

    public Response read(Command command) {
        var source = file;
        var offset = command.p1p2();
        if ((command.p1() & 0x80) != 0) {
            source = files.byShortId(command.p1() & 0x1F);
            offset = command.p2();
            if (source.isEmpty()) {
                return Response.of(StatusWord.NOT_FOUND);
            }
        }
        return source.isEmpty()
                ? Response.of(StatusWord.NO_FILE_SELECTED)
                : read(source.get(), offset, command.le().orElse(256));
    }

    private Response read(CardFile source, int offset, int wanted) {
        if (source.needsCode() && !codes.isPresented()) {
            return Response.of(StatusWord.CODE_NEEDED);
        }
        var content = source.read();
        if (offset >= content.length) {
            return Response.of(StatusWord.WRONG_OFFSET);
        }
        var end = Math.min(content.length, offset + wanted);
        var part = Arrays.copyOfRange(content, offset, end);
        return new Response(part, part.length < wanted && wanted < 256 ? StatusWord.END_OF_FILE : StatusWord.OK);
    }

    /** Only the free data of the card can be written, and only after the code porteur (cps-card, section 4). */
    public Response update(Command command) {
        var target = file.filter(selected -> selected.path().equals(FileLayout.FREE_DATA));
        if (target.isEmpty()) {
            return Response.of(StatusWord.NO_FILE_SELECTED);
        }
        if (!codes.isPresented()) {
            return Response.of(StatusWord.CODE_NEEDED);
        }
        var content = target.get().read();
        if (command.p1p2() + command.data().length > content.length) {
            return Response.of(StatusWord.WRONG_OFFSET);
        }
        System.arraycopy(command.data(), 0, content, command.p1p2(), command.data().length);
        return Response.OK;
    }
}

package io.github.pscsdk.testkit.card.internal.chip;

import java.util.Arrays;
import java.util.Optional;

/** The current directory and file, and the commands that move and read them (ISO 7816-4, section 11). */
final class Selection {
    private static final int BY_ID = 0x00;
    private static final int FILE_HERE = 0x02;
    private static final int PARENT = 0x03;
    private static final int BY_NAME = 0x04;
    private static final int PATH_FROM_MASTER = 0x08;
    private static final int PATH_FROM_HERE = 0x09;

    private static final int NO_ANSWER = 0x0C;
    private static final int CONTROL_PARAMETERS = 0x04;

    private final CardFiles files;
    private final CardCodes codes;
    private String directory = CardFiles.MASTER;
    private Optional<CardFile> file = Optional.empty();

    Selection(CardFiles files, CardCodes codes) {
        this.files = files;
        this.codes = codes;
    }

    void powerOn() {
        directory = CardFiles.MASTER;
        file = Optional.empty();
    }

    Response select(Command command) {
        var found = find(command.p1(), Hex.text(command.data()));
        if (found.isEmpty()) {
            return Response.NOT_FOUND;
        }
        var target = found.get();
        directory = target.isDirectory() ? target.path() : target.parent();
        file = found.filter(selected -> !selected.isDirectory());
        return switch (command.p2() & NO_ANSWER) {
            case NO_ANSWER -> Response.OK;
            case CONTROL_PARAMETERS -> Response.ok(target.control(0x62));
            default -> Response.ok(target.control(0x6F));
        };
    }

    private Optional<CardFile> find(int how, String name) {
        return switch (how) {
            case BY_ID, FILE_HERE ->
                files.at(name.equals(CardFiles.MASTER) || name.isEmpty() ? CardFiles.MASTER : directory + name);
            case PARENT -> files.at(directory).map(CardFile::parent).flatMap(files::at);
            case BY_NAME -> files.application(name);
            case PATH_FROM_MASTER -> files.at(absolute(CardFiles.MASTER, name));
            case PATH_FROM_HERE -> files.at(absolute(directory, name));
            default -> Optional.empty();
        };
    }

    /** The library of these cards gives paths from the master file, whichever P1 says so (cps-card, section 7). */
    private static String absolute(String from, String path) {
        return path.startsWith(CardFiles.MASTER) ? path : from + path;
    }

    Response read(Command command) {
        var isShort = (command.p1() & 0x80) != 0;
        var source = isShort ? files.byShortId(command.p1() & 0x1F) : file;
        if (source.isEmpty()) {
            return isShort ? Response.NOT_FOUND : Response.NO_FILE_SELECTED;
        }
        if (source.get().needsCode() && !codes.isPresented()) {
            return Response.CODE_NEEDED;
        }
        var content = source.get().read();
        var offset = isShort ? command.p2() : command.p1p2();
        if (offset >= content.length) {
            return Response.WRONG_OFFSET;
        }
        var wanted = command.le().orElse(256);
        var part = Arrays.copyOfRange(content, offset, Math.min(content.length, offset + wanted));
        return part.length < wanted && wanted < 256 ? Response.endOfFile(part) : Response.ok(part);
    }
}

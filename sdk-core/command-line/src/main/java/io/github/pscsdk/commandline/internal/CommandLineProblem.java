package io.github.pscsdk.commandline.internal;

import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Problems of any command before or around its work. */
public enum CommandLineProblem implements Problem {
    /** An input file is missing, a folder, too large, or cannot be read. */
    INPUT_UNREADABLE("CLI-001"),
    /** The earlier diagnosis to compare with cannot be read, or is none. */
    DIAGNOSIS_UNREADABLE("CLI-010"),
    /** A file that was asked for cannot be written. */
    OUTPUT_UNWRITABLE("CLI-011"),
    /** The command line has an option, a value or an argument that the command does not take. */
    USED_WRONGLY("CLI-013"),
    /** The command has a fault of its own. */
    FAULT("CLI-014");

    private final String code;

    CommandLineProblem(String code) {
        this.code = code;
    }

    /** {@link #OUTPUT_UNWRITABLE}, with the name of the file, and of its folder where that is what is missing. */
    public static PscException unwritable(Path file, IOException cause) {
        var folder = file.toAbsolutePath().getParent();
        var why = folder != null && Files.notExists(folder) ? ": there is no folder " + folder : "";
        return new PscException(OUTPUT_UNWRITABLE, file + " cannot be written" + why, cause);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Party party() {
        return this == FAULT ? Party.SOFTWARE_VENDOR : Party.WORKSTATION;
    }
}

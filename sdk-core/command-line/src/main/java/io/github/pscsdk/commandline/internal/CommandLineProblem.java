package io.github.pscsdk.commandline.internal;

import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.Problem;

/** Problems of any command before or around its work. */
public enum CommandLineProblem implements Problem {
    /** An input file is missing, a folder, too large, or cannot be read. */
    INPUT_UNREADABLE("CLI-001", Party.WORKSTATION),
    /** The earlier diagnosis to compare with cannot be read, or is none. */
    DIAGNOSIS_UNREADABLE("CLI-010", Party.WORKSTATION),
    /** A file that was asked for cannot be written. */
    OUTPUT_UNWRITABLE("CLI-011", Party.WORKSTATION);

    private final String code;
    private final Party party;

    CommandLineProblem(String code, Party party) {
        this.code = code;
        this.party = party;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Party party() {
        return party;
    }
}

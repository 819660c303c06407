package io.github.pscsdk.example.lab.problem;

import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.Problem;

/** The failures of the demonstration and the simulation, beside those of every command. */
public enum LabProblem implements Problem {
    /** The input file holds no row. */
    INPUT_EMPTY("CLI-002", Party.WORKSTATION),
    /** The input file has another delimiter or other columns than the published layouts. */
    INPUT_LAYOUT("CLI-003", Party.WORKSTATION),
    /** A local server of the demonstration could not start. */
    SERVER_NOT_STARTED("CLI-004", Party.WORKSTATION),
    /** The target API gave an answer that settles nothing for a row. */
    ANSWER_UNUSABLE("CLI-005", Party.SERVICE),
    /** A port that was asked for is taken, or the system does not give it. */
    PORT_UNAVAILABLE("CLI-006", Party.WORKSTATION),
    /** A virtual card was asked for, and there is no virtual reader to put it in. */
    VIRTUAL_READER_UNAVAILABLE("CLI-007", Party.WORKSTATION),
    /** A rule of the target API rejects a row. */
    ROW_REJECTED("CLI-012", Party.PROFESSIONAL);

    private final String code;
    private final Party party;

    LabProblem(String code, Party party) {
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

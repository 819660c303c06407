package io.github.pscsdk.example.desktop.problem;

import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.Problem;

/** The problems of this software. */
public enum DesktopProblem implements Problem {
    /** The configuration lacks something, or says something that cannot be used. */
    CONFIGURATION_UNUSABLE("DSK-001", Party.WORKSTATION),
    /** The receiver's answer settles nothing: the hand-over waits. */
    ANSWER_UNUSABLE("DSK-005", Party.SERVICE),
    KEY_TAKEN("DSK-006", Party.SOFTWARE_VENDOR),
    NOT_UNDERSTOOD("DSK-007", Party.SOFTWARE_VENDOR),
    DECLARATION_REJECTED("DSK-008", Party.PROFESSIONAL),
    /** The receiver shows another version by now than the one that is corrected or confirmed. */
    CHANGED_ELSEWHERE("DSK-009", Party.PROFESSIONAL),
    /** The receiver refuses it as the declaration stands, in its own words. */
    REFUSED_AS_IT_STANDS("DSK-010", Party.PROFESSIONAL),
    /** The archive for the support desk cannot be written where it was to be. */
    ARCHIVE_UNWRITABLE("DSK-011", Party.PROFESSIONAL),
    /** Work in the background ended as it should not. */
    DEFECT("DSK-012", Party.SOFTWARE_VENDOR);

    private final String code;
    private final Party party;

    DesktopProblem(String code, Party party) {
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

package io.github.pscsdk.plugin.stub;

import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.Problem;

/** The problems of a login by the stub. */
public enum StubProblem implements Problem {
    /** The server half talks to a Pro Santé Connect where real people could be asked. */
    NOT_A_SIMULATOR("STB-001", Party.SOFTWARE_VENDOR);

    private final String code;
    private final Party party;

    StubProblem(String code, Party party) {
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

package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.Problem;

/** What the imaginary card can have against a login. */
enum CardProblem implements Problem {
    NO_CARD("TST-001"),
    READER_BROKEN("TST-002");

    private final String code;

    CardProblem(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Party party() {
        return Party.PROFESSIONAL;
    }
}

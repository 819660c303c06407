package io.github.pscsdk.outbox.internal;

import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.Problem;

/** A fault of the outbox itself, not of an item or of the receiver. */
public enum OutboxProblem implements Problem {
    /** Another process has the outbox open. */
    IN_USE("OUT-001", Party.PROFESSIONAL),
    /** The database is there and the key that opens it is not. */
    KEY_LOST("OUT-002", Party.WORKSTATION),
    /** The key beside the database is that of another one. */
    KEY_WRONG("OUT-003", Party.WORKSTATION),
    /** An outbox was made here, and its database is gone. */
    DATABASE_LOST("OUT-004", Party.WORKSTATION),
    /** The disk is full or fails: what was to be kept is not. */
    DISK_FAILED("OUT-005", Party.WORKSTATION),
    /** The database was written by another version of the outbox. */
    OTHER_VERSION("OUT-006", Party.WORKSTATION),
    /** The database cannot be read, or an item was changed by somebody else. */
    UNUSABLE("OUT-007", Party.WORKSTATION);

    private final String code;
    private final Party party;

    OutboxProblem(String code, Party party) {
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

package io.github.pscsdk.example.badge;

import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.Problem;

/** The problems of a login by badge. */
public enum BadgeProblem implements Problem {
    /** The address of the maker's service is missing or unsafe, or the key is missing. */
    NOT_SET_UP("IMA-001", Party.WORKSTATION),
    /** The maker's service does not know the key. */
    KEY_REFUSED("IMA-002", Party.WORKSTATION),
    /** The maker's service does not answer, or not as it should. */
    SERVICE_FAILED("IMA-003", Party.WORKSTATION),
    /** The host has no place for the code to scan. */
    NOT_SHOWN("IMA-004", Party.SOFTWARE_VENDOR),
    /** Nobody scanned it in time. */
    NOT_SCANNED("IMA-005", Party.PROFESSIONAL),
    /** The paired badge is out of reach. */
    AWAY("IMA-006", Party.PROFESSIONAL),
    /** Wrong codes, as many as the badge takes. */
    WRONG_CODE("IMA-007", Party.PROFESSIONAL),
    /** The pairing could not be written down, and is made anew at the next login. Never the end of a login. */
    NOT_KEPT("IMA-008", Party.WORKSTATION);

    private final String code;
    private final Party party;

    BadgeProblem(String code, Party party) {
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

    /** Whatever keeps the badge from being used leaves the other ways open; a wrong code is a refusal. */
    @Override
    public boolean allowsNextWay() {
        return this != WRONG_CODE;
    }
}

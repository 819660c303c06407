package io.github.pscsdk.diagnostic;

/** The problems of plug-ins. Each finding names the plug-in's file among its facts. */
public enum PluginProblem implements Problem {
    /** The plug-in folder does not exist, cannot be read, or cannot be changed. */
    FOLDER_UNREADABLE("PLG-001", Party.WORKSTATION),
    /** Not a plug-in archive: unreadable, no manifest, no id, no version, a dependency on another plug-in. */
    NOT_A_PLUGIN("PLG-002", Party.WORKSTATION),
    /** Made for another version of the contract, or states no range of versions at all. */
    INCOMPATIBLE("PLG-003", Party.WORKSTATION),
    /**
     * Not among the plug-ins that the host trusts, by the sum of the archive or by its signer. Facts {@code sha256},
     * {@code signers}.
     */
    NOT_PINNED("PLG-004", Party.WORKSTATION),
    /**
     * Another plug-in or authenticator has the same id; of one plug-in the higher version is used, or the one that
     * stays in use. Facts {@code other} and {@code used} name the file and the version of that one.
     */
    DUPLICATE("PLG-005", Party.WORKSTATION),
    /** Loaded, but offers no authenticator. */
    NO_AUTHENTICATOR("PLG-006", Party.SOFTWARE_VENDOR),
    /** Its code failed when it was started or called. */
    PLUGIN_FAILED("PLG-007", Party.SOFTWARE_VENDOR),
    /** Its health check did not answer in time. */
    NO_DIAGNOSIS("PLG-008", Party.SOFTWARE_VENDOR),
    /** Switched off by the host's {@code disabled.txt}. */
    DISABLED("PLG-009", Party.WORKSTATION),
    /**
     * A setting of an authenticator has a value that is out of its bounds, so that it is not used; or a file sets what
     * nobody declared. Facts {@code authenticator}, {@code setting}, {@code bounds}, {@code source}; never the value.
     */
    SETTING_INVALID("PLG-010", Party.WORKSTATION),
    /**
     * A call into it did not end in time, also when it was interrupted: it is given up. Facts {@code call} and, where
     * it was one of an authenticator, {@code authenticator}.
     */
    NOT_RESPONDING("PLG-011", Party.SOFTWARE_VENDOR),
    /** It failed several times in a row, and is not asked for some minutes. */
    QUARANTINED("PLG-012", Party.SOFTWARE_VENDOR);

    private final String code;
    private final Party party;

    PluginProblem(String code, Party party) {
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

    /** Always the next way: a plug-in that cannot be used says nothing about the others. */
    @Override
    public boolean allowsNextWay() {
        return true;
    }
}

package io.github.pscsdk.api.internal;

/**
 * The version of this contract, which is not the version of the artifact. A plug-in names in {@code Plugin-Requires}
 * the versions that it works with.
 */
public final class ContractVersion {
    private static final String CURRENT = "1.0.0";

    private ContractVersion() {}

    /**
     * The version of the contract that is loaded, of three numbers, never a snapshot. A method: a constant would be
     * copied into the plug-in, and say with which version that was compiled. A plug-in for 1.x writes {@code >=1.0.0 &
     * <2.0.0}.
     */
    public static String current() {
        return CURRENT;
    }
}

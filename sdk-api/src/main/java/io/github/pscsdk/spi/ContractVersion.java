package io.github.pscsdk.spi;

/**
 * The version of this contract, which is not the version of the artifact. A plug-in names in {@code Plugin-Requires}
 * the versions that it works with.
 */
public final class ContractVersion {
    /** Three numbers, never a snapshot. A plug-in for 1.x writes {@code >=1.0.0 & <2.0.0}. */
    public static final String CURRENT = "1.0.0";

    private ContractVersion() {}
}

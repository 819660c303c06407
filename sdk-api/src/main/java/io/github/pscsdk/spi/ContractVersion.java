package io.github.pscsdk.spi;

/** The version of this contract, apart from the artifact's: a plug-in states in {@code Plugin-Requires} what it takes. */
public final class ContractVersion {
    /** Three numbers, never a snapshot. A plug-in made for 1.x writes {@code >=1.0.0 & <2.0.0}. */
    public static final String CURRENT = "1.0.0";

    private ContractVersion() {}
}

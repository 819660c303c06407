package io.github.pscsdk.command.internal.plugin;

import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.Problem;

/** Findings of {@code psc plugin verify} beside those of every host ({@code PLG-…}), for the author of the plug-in. */
public enum VerificationProblem implements Problem {
    CLASS_UNREADABLE("VFY-001"),
    BUNDLED_CONTRACT("VFY-002"),
    ENGINE_USED("VFY-003"),
    JDK_INTERNAL_USED("VFY-004"),
    CLASS_MISSING("VFY-005"),
    NEWER_JAVA("VFY-006"),
    NO_INDEX("VFY-007"),
    INDEX_OUTDATED("VFY-008"),
    NO_AUTHENTICATOR_INDEXED("VFY-009"),
    LARGE("VFY-010"),
    SIGNATURE_BROKEN("VFY-011"),
    NO_LICENCE("VFY-012"),
    NO_VERDICT("VFY-013"),
    NOT_TRIED("VFY-014"),
    PROCESS_CHANGED("VFY-015"),
    NOT_UNLOADED("VFY-016"),
    FILES_LEFT("VFY-017");

    private final String code;

    VerificationProblem(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Party party() {
        return this == NOT_TRIED ? Party.WORKSTATION : Party.SOFTWARE_VENDOR;
    }
}

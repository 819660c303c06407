package io.github.pscsdk.command.internal.plugin;

import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.Problem;

/**
 * What {@code psc plugin verify} holds against an archive beside what every host does ({@code PLG-…}). Whoever makes the plug-in must
 * act, but where there was no Java to try it.
 */
public enum VerificationProblem implements Problem {
    /** A class file cannot be read. Fact {@code classes}. */
    CLASS_UNREADABLE("VFY-001"),
    /** The archive brings classes of the contract, of PF4J or of SLF4J, which every host brings. Fact {@code classes}. */
    BUNDLED_CONTRACT("VFY-002"),
    /** It uses classes of the SDK that are no part of the contract, and that no plug-in sees. Facts {@code classes}, {@code usedBy}. */
    ENGINE_USED("VFY-003"),
    /** It uses classes of the JDK that are not exported, or not supported. Facts {@code classes}, {@code usedBy}. */
    JDK_INTERNAL_USED("VFY-004"),
    /** It uses classes that are neither in it, nor in the contract, nor in this JDK. Facts {@code classes}, {@code usedBy}. */
    CLASS_MISSING("VFY-005"),
    /** Class files that need a newer Java than 17. Facts {@code classes}, {@code javaNeeded}. */
    NEWER_JAVA("VFY-006"),
    /** The index of extensions is missing, or names no class. */
    NO_INDEX("VFY-007"),
    /** The index names a class that is not in the archive. Fact {@code classes}. */
    INDEX_OUTDATED("VFY-008"),
    /** The index names a class that is no authenticator, and that hosts ignore. Fact {@code classes}. */
    NO_AUTHENTICATOR_INDEXED("VFY-009"),
    /** The archive is large: hosts copy it at each start. Fact {@code mebibytes}. */
    LARGE("VFY-010"),
    /** It is signed, but a file was changed or added afterwards. Fact {@code reason}. */
    SIGNATURE_BROKEN("VFY-011"),
    /** It holds several libraries, and the text of no licence. Fact {@code libraries}. */
    NO_LICENCE("VFY-012"),
    /** The process in which it was loaded did not end normally, or not in time. Fact {@code exitCode} or {@code seconds}. */
    NO_VERDICT("VFY-013"),
    /** There is no {@code java} to start a process in which it could be loaded. */
    NOT_TRIED("VFY-014"),
    /** After it was unloaded, something that a whole process shares is not as before. Fact {@code changes}. */
    PROCESS_CHANGED("VFY-015"),
    /** Its classes stay in memory after it was unloaded. Fact {@code path}: from what holds them to one of them. */
    NOT_UNLOADED("VFY-016"),
    /** It leaves temporary files behind. Fact {@code files}. */
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

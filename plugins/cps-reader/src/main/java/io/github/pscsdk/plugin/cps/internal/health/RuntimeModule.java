package io.github.pscsdk.plugin.cps.internal.health;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.util.Arrays;
import java.util.List;

/** Modules of the JDK that a runtime made by jlink or jpackage often lacks, since nothing in the application asks for them. */
public enum RuntimeModule {
    /** PC/SC. */
    SMARTCARD("java.smartcardio", Severity.BLOCKING),
    /** PKCS #11, for the proof by the card's key alone. */
    CRYPTOKI("jdk.crypto.cryptoki", Severity.WARNING);

    private final String moduleName;
    private final Severity severity;

    RuntimeModule(String moduleName, Severity severity) {
        this.moduleName = moduleName;
        this.severity = severity;
    }

    /** As {@code --add-modules} wants it. */
    public String moduleName() {
        return moduleName;
    }

    /** Whether this runtime has it. */
    public boolean isPresent() {
        return ModuleLayer.boot().findModule(moduleName).isPresent();
    }

    static List<Diagnostic> missing() {
        return Arrays.stream(values())
                .filter(module -> !module.isPresent())
                .map(module -> Diagnostic.of(CardProblem.RUNTIME_MODULE_MISSING, module.severity)
                        .with("module", module.moduleName))
                .toList();
    }
}

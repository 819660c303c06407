package io.github.pscsdk.plugin.cps.internal.health;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.util.List;

/** PC/SC in the JDK: a runtime made by jlink or jpackage often lacks it, since nothing in the application asks for it. */
public final class SmartcardModule {
    /** As {@code --add-modules} wants it. */
    public static final String NAME = "java.smartcardio";

    private SmartcardModule() {}

    /** Whether this runtime has it. */
    public static boolean isPresent() {
        return ModuleLayer.boot().findModule(NAME).isPresent();
    }

    static List<Diagnostic> missing() {
        return isPresent()
                ? List.of()
                : List.of(Diagnostic.of(CardProblem.RUNTIME_MODULE_MISSING, Severity.BLOCKING)
                        .with("module", NAME));
    }
}

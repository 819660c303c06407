package io.github.pscsdk.guide;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Severity;
import java.util.Optional;

/** A problem of somebody's plug-in, which goes on where a test says. */
record Trouble(String code, Party party, Optional<String> guideNode) implements Problem {
    static Trouble at(String node) {
        return new Trouble("XYZ-001", Party.PROFESSIONAL, Optional.of(node));
    }

    static Trouble of(Party party) {
        return new Trouble("XYZ-002", party, Optional.empty());
    }

    static Diagnostic finding(Severity severity, String node) {
        return Diagnostic.of(at(node), severity);
    }

    @Override
    public String name() {
        return "TROUBLE";
    }
}

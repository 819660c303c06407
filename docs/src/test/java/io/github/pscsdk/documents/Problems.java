package io.github.pscsdk.documents;

import io.github.pscsdk.command.internal.plugin.VerificationProblem;
import io.github.pscsdk.commandline.internal.CommandLineProblem;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.NationalIdProblem;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.diagnostic.WorkstationProblem;
import io.github.pscsdk.example.badge.BadgeProblem;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import io.github.pscsdk.example.lab.problem.LabProblem;
import io.github.pscsdk.outbox.internal.OutboxProblem;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import io.github.pscsdk.plugin.stub.StubProblem;
import java.util.List;
import java.util.stream.Stream;

/** Every enum of problems in this repository. */
public enum Problems {
    LOGIN("Login and session (both halves)", LoginProblem.values()),
    SERVER("The server half, about itself", ServerProblem.values()),
    NATIONAL_ID("National identifier, while it is typed", NationalIdProblem.values()),
    WORKSTATION("Workstation and network", WorkstationProblem.values()),
    PLUGINS("Plug-ins", PluginProblem.values()),
    CARD("Card authenticator", CardProblem.values()),
    STUB("Stub authenticator", StubProblem.values()),
    OUTBOX("Outbox", OutboxProblem.values()),
    COMMAND_LINE("Commands", CommandLineProblem.values()),
    VERIFICATION("The command psc plugin verify", VerificationProblem.values()),
    LAB("The psc-lab command", LabProblem.values()),
    DESKTOP("The desktop practice software", DesktopProblem.values()),
    BADGE("The badge of the example", BadgeProblem.values());

    private final String title;
    private final List<Problem> constants;

    Problems(String title, Problem... constants) {
        this.title = title;
        this.constants = List.of(constants);
    }

    /** All of their constants. */
    public static Stream<Problem> all() {
        return Stream.of(values()).flatMap(kind -> kind.constants.stream());
    }

    String title() {
        return title;
    }

    List<Problem> constants() {
        return constants;
    }
}

package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.commandline.internal.Screen;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.lab.declaration.CentreFile;
import io.github.pscsdk.example.lab.outcome.Summary;
import io.github.pscsdk.outbox.Outbox;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** One day of practice software: load the plug-ins, log in, hand over declarations, sign out. */
record Demo(DemoServers servers, Path plugins, Optional<Path> journal, Optional<ReportFile> report, Screen screen) {
    private static final String STUB = "stub";

    /**
     * Declares all rows of a file.
     *
     * @throws PscException if a row could not be settled, or the login or the sign-out failed
     */
    void run(CentreFile file, Summary.Counter summary) throws PscException, InterruptedException {
        screen.say("step.plugins", plugins);
        try (var client = PscClientBuilder.forServerHalf(servers.proxy())
                .clientId(DemoServers.CLIENT)
                .applicationToken(servers.revealApplicationToken())
                .pluginDirectory(plugins)
                .build()) {
            checkPlugins(client);
            screen.say("step.login");
            try (var session = client.login(LoginRequest.using(STUB).withProgress(this::show))) {
                screen.say("step.login.done");
                deliver(session, file, summary);
            }
        }
    }

    private void deliver(AuthenticationSession session, CentreFile file, Summary.Counter summary)
            throws PscException, InterruptedException {
        try (var outbox = journal.isPresent() ? Outbox.open(journal.get(), Clock.systemUTC()) : null) {
            var identifiers = session.professional().identifiers().toArray(NationalId[]::new);
            var own = Optional.ofNullable(outbox).map(open -> open.of(identifiers));
            file.read(rows -> {
                new DemoRun(session, own, report, screen).deliver(rows, file.size(), summary);
                return summary;
            });
        }
    }

    private void checkPlugins(PscClient client) throws PscException, InterruptedException {
        var usable = client.authenticators().stream().anyMatch(one -> one.id().equals(STUB));
        for (var finding : client.diagnose().findings()) {
            if (usable) {
                remark(finding);
            } else if (finding.problem() != LoginProblem.AUTHENTICATOR_NOT_FOUND) {
                screen.finding(finding);
            }
        }
        if (!usable) {
            throw new PscException(LoginProblem.AUTHENTICATOR_NOT_FOUND, "no authenticator \"stub\" in " + plugins);
        }
    }

    /**
     * Archives only: of card readers and phones that this machine may lack, a demonstration with the stub needs none.
     */
    private void remark(Diagnostic finding) {
        if (finding.problem() instanceof PluginProblem) {
            screen.remark(finding);
        }
    }

    private void show(LoginProgress progress) {
        // The two digits stay away from the screen: nobody holds this phone, and a support desk copies what it sees.
        if (progress.step() == LoginProgress.Step.CONFIRM_ON_DEVICE) {
            screen.say("step.login.confirm");
        }
    }
}

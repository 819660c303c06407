package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.commandline.internal.CommandTexts;
import io.github.pscsdk.commandline.internal.CommonOptions;
import io.github.pscsdk.commandline.internal.InteractiveRun;
import io.github.pscsdk.commandline.internal.Screen;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.lab.card.CardOptions;
import io.github.pscsdk.testkit.simulator.Scenario;
import io.github.pscsdk.testkit.simulator.SimulatorBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the servers that run until they are stopped. */
@Command(
        name = "simulate",
        header = "Runs a simulator of Pro Sante Connect, a proxy and a form until stopped.",
        description = {
            "Prints where they listen and whom they know, and runs until Ctrl-C or SIGTERM.",
            "",
            "Everything is fictitious and kept in memory or in a temporary folder that goes at the end. No other machine can "
                    + "reach it."
        },
        sortOptions = false)
public final class SimulateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--first-port",
            paramLabel = "PORT",
            defaultValue = "18080",
            description = "The first of five ports, one after the other: Pro Sante Connect itself, its login page, the "
                    + "authorization server of the target API, the proxy and the form. Default: ${DEFAULT-VALUE}; 0 takes "
                    + "any free ones.")
    private int firstPort;

    @Option(
            names = "--client-id",
            paramLabel = "ID",
            defaultValue = "psc-test",
            description = "The client id of your own software. Default: ${DEFAULT-VALUE}")
    private String clientId;

    @Option(
            names = "--client-name",
            paramLabel = "NAME",
            description = "Its name on the login page and the phone. Default: the client id.")
    private Optional<String> clientName;

    @Option(
            names = "--client-secret",
            paramLabel = "SECRET",
            description = "Its secret. Default: another one at each start.")
    private Optional<String> clientSecret;

    @Option(
            names = "--api-client-secret",
            paramLabel = "SECRET",
            description =
                    "Secret of your software at the authorization server of the API, where its id is psc-test-api. "
                            + "Default: another one at each start.")
    private Optional<String> apiClientSecret;

    @Option(
            names = "--redirect-uri",
            paramLabel = "URI",
            defaultValue = "http://127.0.0.1:18090/callback",
            description = "Where its logins return to, compared character by character; may be repeated. "
                    + "Default: ${DEFAULT-VALUE}")
    private List<URI> redirectUris;

    @Option(
            names = "--post-logout-uri",
            paramLabel = "URI",
            defaultValue = "http://127.0.0.1:18090/",
            description = "Where its logouts return to; may be repeated. Default: ${DEFAULT-VALUE}")
    private List<URI> postLogoutUris;

    @Option(
            names = "--backchannel-logout-uri",
            paramLabel = "URI",
            description = "Where its logout tokens are sent, on the loopback address. Default: none are sent.")
    private Optional<URI> backchannelLogoutUri;

    @Option(
            names = "--interactive",
            description = "Leave the answers to a person, on the login page, the phone page and the CPS-Gestion page.")
    private boolean interactive;

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            description =
                    "Play this scenario, a YAML file that says what happens when, or one that comes along by its name: "
                            + "refused-on-the-phone, nobody-answers, unknown-professional, unavailable-then-well, "
                            + "session-ends-after-login or, with --virtual-card, blocked-card. Standard error says when a step is done.")
    private Optional<Path> scenarioFile;

    @Mixin
    private CardOptions card;

    @Option(
            names = "--https",
            description =
                    "Serve the simulator over TLS, with certificates that are made at the start and trusted nowhere; "
                            + "says where that of their authority is.")
    private boolean https;

    @Option(
            names = "--client-certificate",
            description =
                    "Make a certificate for your own client, as a PKCS#12 file; its secret alone is then refused. "
                            + "Implies --https.")
    private boolean clientCertificate;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        // Before anything starts: what is wrong here is the command line.
        if (firstPort < 0 || firstPort > DemoPorts.LAST) {
            throw wrong("simulate.port", Integer.toString(firstPort), Integer.toString(DemoPorts.LAST));
        }
        if (card.areWithoutCard()) {
            throw wrong("simulate.card.none");
        }
        var scenario = scenario();
        if (!card.haveCard() && scenario.filter(Scenario::movesCard).isPresent()) {
            throw wrong("simulate.scenario.card");
        }
        var clients = List.of(ownClient(), ownClientAtApi());
        return InteractiveRun.run(spec, (texts, screen) -> {
            screen.say("step.servers");
            var settings = new DemoSettings(
                    DemoPorts.from(firstPort),
                    Optional.empty(),
                    clients,
                    card.take(),
                    simulator -> configure(simulator, scenario, screen));
            return simulate(settings, texts);
        });
    }

    private void configure(SimulatorBuilder simulator, Optional<Scenario> scenario, Screen screen) {
        if (interactive) {
            simulator.interactive();
        }
        if (https || clientCertificate) {
            simulator.https();
        }
        scenario.ifPresent(played -> simulator.scenario(
                played, done -> screen.say("simulate.scenario.step", done.step(), done.what(), done.at())));
    }

    private int simulate(DemoSettings settings, Texts texts) throws PscException, InterruptedException {
        try (var servers = DemoServers.start(settings)) {
            new RunningServersReport(spec.commandLine().getOut(), texts, common.json()).print(servers);
            InteractiveRun.awaitCtrlC();
        }
        return ExitCode.OK;
    }

    private Optional<Scenario> scenario() {
        if (scenarioFile.isEmpty()) {
            return Optional.empty();
        }
        var file = scenarioFile.get();
        try {
            return Optional.of(
                    Scenario.SCENES.contains(file.toString())
                            ? Scenario.scene(file.toString())
                            : Scenario.read(file, CommandTexts.of(spec).language()));
        } catch (IllegalArgumentException e) {
            throw wrong("simulate.scenario", file, e.getMessage());
        } catch (IOException e) {
            throw wrong("simulate.scenario.unreadable", file, String.join(", ", Scenario.SCENES));
        }
    }

    private TestClient ownClient() {
        if (DemoServers.OWN_CLIENTS.contains(clientId)) {
            throw wrong("simulate.client", clientId);
        }
        try {
            var client = TestClient.of(
                            clientId, clientName.orElse(clientId), clientSecret.orElseGet(TestClient::randomSecret))
                    .at(redirectUris, postLogoutUris, backchannelLogoutUri);
            return clientCertificate ? client.demandingCertificate() : client;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** As that server knows it: by another secret than Pro Santé Connect. */
    private TestClient ownClientAtApi() {
        var secret = apiClientSecret.orElseGet(TestClient::randomSecret);
        return TestClient.of(DemoServers.TESTED_AT_API, clientName.orElse(clientId), secret);
    }

    private ParameterException wrong(String key, Object... values) {
        return new ParameterException(spec.commandLine(), CommandTexts.of(spec).get(key, values));
    }
}

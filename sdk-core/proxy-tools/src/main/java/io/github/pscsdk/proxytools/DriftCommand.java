package io.github.pscsdk.proxytools;

import io.github.pscsdk.commandline.internal.InteractiveCommand;
import io.github.pscsdk.commandline.internal.LowerCase;
import io.github.pscsdk.commandline.internal.Screen;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.proxytools.internal.conformity.InputFile;
import io.github.pscsdk.proxytools.internal.drift.DriftFinding;
import io.github.pscsdk.proxytools.internal.drift.KnownBreakingChanges;
import io.github.pscsdk.proxytools.internal.drift.PscDrift;
import io.github.pscsdk.proxytools.internal.drift.PublishedState;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The command line of the drift watch. */
@Command(
        name = "drift",
        header = "Compares Pro Sante Connect as it is with Pro Sante Connect as this SDK knows it.",
        description = {
            "Reads what Pro Sante Connect publishes: discovery document, keys, TLS. Names no client and asks for nobody. "
                    + "An operator's tool: run it on a server, next to the server half, for instance every night. "
                    + "A workstation never talks to Pro Sante Connect."
        },
        sortOptions = false)
final class DriftCommand extends InteractiveCommand {
    @Option(
            names = "--environment",
            paramLabel = "NAME",
            required = true,
            converter = Words.class,
            description = "production, sandbox, or custom with the next two options.")
    private Name environment;

    @Option(names = "--issuer", paramLabel = "URI", description = "With custom: as it stands in ID tokens.")
    private Optional<URI> issuer;

    @Option(
            names = "--authorization-endpoint",
            paramLabel = "URI",
            description = "With custom: the login page, which is on another host.")
    private Optional<URI> authorizationEndpoint;

    @Option(
            names = "--discovery",
            paramLabel = "FILE",
            description = "Compare this saved discovery document, and ask the network for nothing.")
    private Optional<Path> discovery;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "Compare this saved key set (JWKS); goes with --discovery.")
    private Optional<Path> keys;

    @Option(
            names = "--login",
            paramLabel = "FILE",
            description =
                    "Compare this recorded login too: an ID token, its claims, a UserInfo document, or an answer of the "
                            + "token endpoint. May be repeated. Delete such files afterwards: they name a person.")
    private List<Path> logins = new ArrayList<>();

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "Keep the key ids there, and tell at the next run when they have changed.")
    private Optional<Path> state;

    @Option(
            names = "--ca-file",
            paramLabel = "FILE",
            description = "Trust this certification authority (PEM) instead of those of the Java platform.")
    private Optional<Path> authority;

    private enum Name {
        PRODUCTION,
        SANDBOX,
        CUSTOM
    }

    static final class Words extends LowerCase<Name> {
        Words() {
            super(Name.values());
        }
    }

    @Override
    protected int work(Texts texts, Screen screen) throws PscException, InterruptedException {
        var report = new DriftReport(look(environment(), screen), KnownBreakingChanges.read(), texts);
        print(texts, report::json, report::lines);
        return report.exitCode();
    }

    private PscEnvironment environment() {
        if (keys.isPresent() && discovery.isEmpty()) {
            throw wrong("--keys goes with --discovery");
        }
        var isCustom = environment == Name.CUSTOM;
        if (isCustom != issuer.isPresent() || isCustom != authorizationEndpoint.isPresent()) {
            throw wrong("--issuer and --authorization-endpoint come with --environment custom, and with it only");
        }
        try {
            return switch (environment) {
                case PRODUCTION -> PscEnvironment.production();
                case SANDBOX -> PscEnvironment.sandbox();
                case CUSTOM -> PscEnvironment.custom(issuer.orElseThrow(), authorizationEndpoint.orElseThrow());
            };
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private List<DriftFinding> look(PscEnvironment environment, Screen screen)
            throws PscException, InterruptedException {
        var drift = new PscDrift(environment);
        var published = discovery.isPresent() ? saved(discovery.get()) : live(environment, screen);
        List<DriftFinding> findings = new ArrayList<>(drift.discovery(published.discovery()));
        findings.addAll(drift.protocol(published.protocol()));
        if (published.keys().isPresent()) {
            findings.addAll(keys(drift, published.keys().get(), screen));
        }
        for (var login : logins) {
            findings.addAll(drift.login(InputFile.read(login)));
        }
        return findings;
    }

    private PublishedState saved(Path document) throws PscException {
        var keySet = keys.isPresent() ? Optional.of(InputFile.read(keys.get())) : Optional.<byte[]>empty();
        return new PublishedState(InputFile.read(document), keySet, Optional.empty());
    }

    private PublishedState live(PscEnvironment environment, Screen screen) throws PscException, InterruptedException {
        screen.say("drift.asking", environment.discovery());
        var trusted = authority.isPresent()
                ? Optional.of(InputFile.authorities(authority.get()))
                : Optional.<KeyStore>empty();
        return PublishedState.read(environment, trusted);
    }

    private List<DriftFinding> keys(PscDrift drift, byte[] keySet, Screen screen) throws PscException {
        var findings = drift.keys(keySet, keyIdsOfLastRun(screen));
        if (state.isPresent()) {
            try {
                Files.write(state.get(), new TreeSet<>(drift.keyIds(keySet)));
            } catch (IOException e) {
                screen.say("drift.state.not.kept", state.get());
            }
        }
        return findings;
    }

    /** From a file with one on each line; none, with a word, where the file cannot be read. */
    private Set<String> keyIdsOfLastRun(Screen screen) {
        if (state.filter(Files::exists).isEmpty()) {
            return Set.of();
        }
        try {
            return Files.readAllLines(state.get()).stream()
                    .filter(line -> !line.isBlank())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            screen.say("drift.state.unreadable", state.get());
            return Set.of();
        }
    }
}

package io.github.pscsdk.proxytools.internal.conformity;

import io.github.pscsdk.proxy.internal.json.ConfigurationText;
import io.github.pscsdk.proxy.internal.server.WebServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Command line options that name what is called: a running proxy, its public address, and the simulator behind it. */
final class ProbeOptions {
    private static final String VARIABLE = "PSC_APPLICATION_TOKEN";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--proxy",
            paramLabel = "URI",
            description = "A running proxy. Logins begin and are cancelled there; nobody is asked.")
    private Optional<URI> proxy;

    @Option(
            names = "--client-id",
            paramLabel = "ID",
            description = "A client id that it serves. Default: the first one of the configuration.")
    private Optional<String> clientId;

    @Option(
            names = "--application-token-file",
            paramLabel = "FILE",
            description = "The token by which the proxy knows an application. Default: the environment variable "
                    + VARIABLE + ".")
    private Optional<Path> tokenFile;

    @Option(
            names = "--ca-file",
            paramLabel = "FILE",
            description = "Certificates of the authorities to believe instead of the platform's, in PEM.")
    private Optional<Path> authorities;

    @Option(
            names = "--simulator",
            paramLabel = "URI",
            description =
                    "The control API of the simulator that the proxy talks to (psc-lab simulate --json: control). "
                            + "Fictitious professionals are logged in and out.")
    private Optional<URI> simulator;

    @Option(
            names = "--move-clock",
            description =
                    "Let half an hour pass at that simulator, for good. Only where the proxy shares its clock, as "
                            + "with psc-lab simulate.")
    private boolean moveClock;

    List<ConformityFinding> findings(Optional<ConfigurationText> configuration) throws InterruptedException {
        var publicBase =
                configuration.flatMap(file -> file.value("publicBaseUri")).map(URI::create);
        var findings = new ArrayList<ConformityFinding>();
        Stream.of(publicBase, proxy)
                .flatMap(Optional::stream)
                .filter(address -> "https".equals(address.getScheme()))
                .findFirst()
                .map(TlsProbe::of)
                .ifPresent(findings::add);
        if (proxy.isEmpty()) {
            if (simulator.isPresent()) {
                throw wrong("simulator.alone");
            }
            return findings;
        }
        var running = new RunningProxy(proxy.get(), token(), client(configuration), trusted());
        findings.addAll(new ProxyProbe(running, publicBase.map(WebServer::redirectUri)).findings());
        if (simulator.isPresent()) {
            if (!Simulator.isWhereSimulatorsAre(simulator.get())) {
                throw wrong("simulator.far", simulator.get());
            }
            findings.addAll(new SimulatorProbe(running, new Simulator(simulator.get()), moveClock).findings());
        }
        return findings;
    }

    private Optional<SSLContext> trusted() {
        return ConformityCommand.read(command, "--ca-file", authorities, InputFile::authorities)
                .map(ConformityCalls::trusting);
    }

    private String client(Optional<ConfigurationText> configuration) {
        return clientId.or(() -> configuration.flatMap(file -> file.value("clients[0].id")))
                .orElseThrow(() -> wrong("client.missing"));
    }

    private String token() {
        return ConformityCommand.read(command, "--application-token-file", tokenFile, Files::readString)
                .map(String::strip)
                .or(() -> Optional.ofNullable(System.getenv(VARIABLE)))
                .orElseThrow(() -> wrong("token.missing", VARIABLE));
    }

    private ParameterException wrong(String key, Object... values) {
        return new ParameterException(
                command.commandLine(), ConformityCommand.texts(command).get(key, values));
    }
}

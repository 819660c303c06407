package io.github.pscsdk.command.internal.login;

import io.github.pscsdk.command.internal.plugin.AuthenticatorDataOptions;
import io.github.pscsdk.commandline.internal.CommandTexts;
import io.github.pscsdk.commandline.internal.DefaultPluginFolder;
import io.github.pscsdk.commandline.internal.LocalProxy;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.httpclient.ForwardProxy;
import io.github.pscsdk.pluginhost.NetworkSettings;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The parts of a client: the server half, by default that of {@code psc-lab simulate}, and the plug-ins. */
public final class ClientOptions {
    /** So that the token stands neither in a list of processes nor in a shell's history. */
    static final String VARIABLE = "PSC_APPLICATION_TOKEN";

    /** Of the HTTP proxy, for the same reason. */
    private static final String PASSWORD_VARIABLE = "PSC_HTTP_PROXY_PASSWORD";

    private static final URI LOCAL = URI.create(LocalProxy.ADDRESS);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--proxy",
            paramLabel = "URI",
            defaultValue = LocalProxy.ADDRESS,
            description = "The server half. Default: ${DEFAULT-VALUE}, where psc-lab simulate has its own.")
    private URI proxy;

    @Option(
            names = "--client-id",
            paramLabel = "ID",
            defaultValue = LocalProxy.CLIENT,
            description = "The client id of the software. Default: ${DEFAULT-VALUE}")
    private String clientId;

    @Option(
            names = "--application-token",
            paramLabel = "TOKEN",
            description = "The token by which the server half knows the software. Default: the environment variable "
                    + VARIABLE + "; else, on this machine, what psc-lab simulate accepts.")
    private Optional<String> token;

    @Option(
            names = "--application-token-file",
            paramLabel = "FILE",
            description = "The same, from a file that only you may read.")
    private Optional<Path> tokenFile;

    @Option(
            names = "--plain-contract",
            description =
                    "The server half speaks ANS's contract alone, without the calls under /v1. It needs no token then. Without this option"
                            + " that is found out, with a token.")
    private boolean plainContract;

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "The folder of plug-in archives. Default: the folder \"plugins\" beside the running jar.")
    private Optional<Path> plugins;

    @Mixin
    private AuthenticatorDataOptions folders;

    @Option(
            names = "--http-proxy",
            paramLabel = "HOST:PORT",
            description = "The HTTP proxy of the network. Default: that of Java's settings, such as -Dhttps.proxyHost.")
    private Optional<String> httpProxy;

    @Option(
            names = "--http-proxy-user",
            paramLabel = "NAME",
            description = "The name for the HTTP proxy; the password is in the environment variable "
                    + PASSWORD_VARIABLE + ".")
    private Optional<String> httpProxyUser;

    @Option(
            names = "--http-proxy-except",
            paramLabel = "HOST",
            split = ",",
            description = "Hosts that are reached without the HTTP proxy, such as *.clinic.example.")
    private List<String> direct = List.of();

    @Option(
            names = "--authorities",
            paramLabel = "PEM",
            description = "A file of certification authorities to trust, besides those of Java and of the system.")
    private Optional<Path> authorities;

    public PscClientBuilder client() {
        try {
            var client = PscClientBuilder.forServerHalf(proxy)
                    .clientId(clientId)
                    .network(network())
                    .pluginDirectory(plugins.orElseGet(DefaultPluginFolder::besideTheJar));
            if (plainContract) {
                client.withPlainContract();
            }
            applicationToken().ifPresent(client::applicationToken);
            folders.settings().ifPresent(client::settingsDirectory);
            folders.state().ifPresent(client::stateDirectory);
            return client;
        } catch (PscException e) {
            var title = e.problem()
                    .remedy(CommandTexts.of(command).language().locale())
                    .title();
            throw new ParameterException(
                    command.commandLine(), title + " (" + e.problem().code() + ") " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    private Optional<String> applicationToken() {
        if (token.isPresent() && tokenFile.isPresent()) {
            throw wrong("login.token.twice");
        }
        if (tokenFile.isPresent()) {
            return Optional.of(read(tokenFile.get()));
        }
        var known = token.or(() -> Optional.ofNullable(System.getenv(VARIABLE))).or(this::tokenOfTheSimulator);
        if (known.isEmpty() && !plainContract) {
            throw wrong("login.token.missing");
        }
        return known;
    }

    /** On this machine only: no other server half ought to see it, let alone accept it. */
    private Optional<String> tokenOfTheSimulator() {
        return LOCAL.getHost().equals(proxy.getHost()) ? Optional.of(LocalProxy.APPLICATION_TOKEN) : Optional.empty();
    }

    private String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw wrong("login.token.file", file);
        }
    }

    private NetworkSettings network() {
        var way = ForwardProxy.ofJava().except(direct.toArray(String[]::new));
        if (httpProxy.isPresent()) {
            way = through(httpProxy.get(), way);
        }
        if (httpProxyUser.isPresent()) {
            var password = Optional.ofNullable(System.getenv(PASSWORD_VARIABLE))
                    .orElseThrow(() -> wrong("login.http-proxy.password"));
            way = way.withLogin(httpProxyUser.get(), password);
        }
        var settings = NetworkSettings.ofSystem().withProxy(way);
        try {
            return authorities.isPresent() ? settings.withAuthorities(authorities.get()) : settings;
        } catch (IllegalArgumentException e) {
            throw wrong("login.authorities", authorities.get());
        }
    }

    private ForwardProxy through(String hostAndPort, ForwardProxy way) {
        try {
            return way.withAddress(hostAndPort);
        } catch (IllegalArgumentException e) {
            // Its message repeats the value.
            throw wrong("login.http-proxy");
        }
    }

    private ParameterException wrong(String key, Object... values) {
        var text = CommandTexts.of(command).get(key, values);
        return new ParameterException(command.commandLine(), text);
    }
}

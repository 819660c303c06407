package io.github.pscsdk.command.internal.login;

import io.github.pscsdk.commandline.internal.CommandTexts;
import io.github.pscsdk.httpclient.ForwardProxy;
import io.github.pscsdk.pluginhost.NetworkSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The way out of a clinic's network. */
final class NetworkOptions {
    /** So that the password stands neither in a list of processes nor in a shell's history. */
    private static final String VARIABLE = "PSC_HTTP_PROXY_PASSWORD";

    @Option(
            names = "--http-proxy",
            paramLabel = "HOST:PORT",
            description = "The HTTP proxy of the network. Default: that of Java's settings, such as -Dhttps.proxyHost.")
    private Optional<String> proxy;

    @Option(
            names = "--http-proxy-user",
            paramLabel = "NAME",
            description = "The name for the HTTP proxy; the password is in the environment variable " + VARIABLE + ".")
    private Optional<String> user;

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

    NetworkSettings settings(CommandSpec command) {
        var way = ForwardProxy.ofJava().except(direct.toArray(String[]::new));
        if (proxy.isPresent()) {
            way = through(command, proxy.get(), way);
        }
        if (user.isPresent()) {
            var password = Optional.ofNullable(System.getenv(VARIABLE))
                    .orElseThrow(() -> wrong(command, "login.http-proxy.password"));
            way = way.withLogin(user.get(), password);
        }
        var settings = NetworkSettings.ofSystem().withProxy(way);
        try {
            return authorities.isPresent() ? settings.withAuthorities(authorities.get()) : settings;
        } catch (IllegalArgumentException e) {
            throw wrong(command, "login.authorities", authorities.get());
        }
    }

    private static ForwardProxy through(CommandSpec command, String hostAndPort, ForwardProxy way) {
        try {
            return way.withAddress(hostAndPort);
        } catch (IllegalArgumentException e) {
            // Its message repeats the value.
            throw wrong(command, "login.http-proxy");
        }
    }

    private static ParameterException wrong(CommandSpec command, String key, Object... values) {
        return new ParameterException(
                command.commandLine(), CommandTexts.of(command).get(key, values));
    }
}

package io.github.pscsdk.proxytools.internal.drift;

import io.github.pscsdk.commandline.LowerCase;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which Pro Santé Connect is looked at. */
final class EnvironmentOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

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

    private enum Name {
        PRODUCTION,
        SANDBOX,
        CUSTOM
    }

    /** On the command line. */
    static final class Words extends LowerCase<Name> {
        Words() {
            super(Name.values());
        }
    }

    PscEnvironment environment() {
        var isCustom = environment == Name.CUSTOM;
        if (isCustom != issuer.isPresent() || isCustom != authorizationEndpoint.isPresent()) {
            throw wrong("--issuer and --authorization-endpoint come with --environment custom, and with it only");
        }
        return switch (environment) {
            case PRODUCTION -> PscEnvironment.production();
            case SANDBOX -> PscEnvironment.sandbox();
            case CUSTOM -> custom();
        };
    }

    private PscEnvironment custom() {
        try {
            return PscEnvironment.custom(issuer.orElseThrow(), authorizationEndpoint.orElseThrow());
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}

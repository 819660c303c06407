package io.github.pscsdk.command.internal.login;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.CardRemoval;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.LoginTicket;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.commandline.TypedIdentifier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Who shall log in and how. */
final class RequestOptions {
    @Option(
            names = "--with",
            required = true,
            split = ",",
            paramLabel = "ID",
            description = "The authenticators to try, in order: the next one where one is unavailable, such as "
                    + "cps,ecps,browser. browser is always there.")
    private List<String> authenticators;

    @Option(
            names = "--national-id",
            paramLabel = "ID",
            converter = TypedIdentifier.class,
            description = "Who logs in: a national identifier, an RPPS number or an ADELI number.")
    private Optional<NationalId> nationalId;

    @Option(
            names = "--way",
            paramLabel = "WAY",
            converter = WayWords.class,
            description = "browser or backchannel, where an authenticator knows both. Default: its own choice.")
    private Optional<WayIn> way;

    @Option(
            names = "--require",
            paramLabel = "MEANS",
            converter = MeansWords.class,
            description = "card, mobile, identity-broker or webauthn: accept no login by another means. Default: any.")
    private Optional<Means> means;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "120",
            converter = Seconds.class,
            description = "How long the login may take. Default: ${DEFAULT-VALUE}")
    private Duration timeout;

    @Option(
            names = "--on-card-removed",
            paramLabel = "WHAT",
            defaultValue = "lock",
            converter = RemovalWords.class,
            description = "ignore, lock or sign-out. Default: ${DEFAULT-VALUE}")
    private CardRemoval cardRemoval;

    /** A new login, or the one of the ticket. */
    LoginRequest request(Optional<LoginTicket> ticket) {
        var request = ticket.map(LoginRequest::resuming)
                .orElseGet(() -> LoginRequest.using(authenticators.toArray(String[]::new)))
                .withTimeout(timeout)
                .withCardRemoval(cardRemoval);
        request = nationalId.map(request::withNationalId).orElse(request);
        request = means.map(request::requiring).orElse(request);
        return way.map(request::withWayIn).orElse(request);
    }

    boolean names(AuthenticatorDescriptor descriptor) {
        return authenticators.contains(descriptor.id());
    }
}

package io.github.pscsdk.command.internal.login;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.CardRemoval;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.LoginTicket;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.commandline.LowerCase;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

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
            description = "Who logs in: a national identifier, an RPPS number or an ADELI number.")
    private Optional<NationalId> nationalId;

    @Option(
            names = "--way",
            paramLabel = "WAY",
            converter = Ways.class,
            description = "browser or backchannel, where an authenticator knows both. Default: its own choice.")
    private Optional<WayIn> way;

    @Option(
            names = "--require",
            paramLabel = "MEANS",
            converter = MeansConverter.class,
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
            converter = Removals.class,
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

    private static final class Ways extends LowerCase<WayIn> {
        Ways() {
            super(WayIn.values());
        }
    }

    private static final class Removals extends LowerCase<CardRemoval> {
        Removals() {
            super(CardRemoval.values());
        }
    }

    /** {@code identity-broker} is {@link Means#IDENTITY_BROKER}. */
    private static final class MeansConverter implements ITypeConverter<Means> {
        @Override
        public Means convert(String text) {
            try {
                return new Means(text.toUpperCase(Locale.ROOT).replace('-', '_'));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** Up to an hour. */
    private static final class Seconds implements ITypeConverter<Duration> {
        private static final int MOST = 3600;

        @Override
        public Duration convert(String text) {
            // Four digits at most: no number that an int cannot hold.
            var seconds = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
            if (seconds < 1 || seconds > MOST) {
                throw new TypeConversionException("a number of seconds from 1 to " + MOST);
            }
            return Duration.ofSeconds(seconds);
        }
    }
}

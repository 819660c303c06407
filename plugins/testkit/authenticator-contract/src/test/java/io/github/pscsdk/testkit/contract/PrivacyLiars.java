package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.AuthenticatorSetting;
import io.github.pscsdk.api.dialog.TextQuestion;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.BilingualLine;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticatorServices;
import io.github.pscsdk.spi.DeviceState;
import io.github.pscsdk.spi.Grant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.LoggerFactory;

/** Break promises about what is written and said. */
final class PrivacyLiars {
    private PrivacyLiars() {}

    /** Writes down whom it asks for, without the digit that stands before each RPPS number. */
    public static class Talkative extends CardAuthenticator {
        @Override
        Grant ask(NationalId holder, AuthenticationContext context) throws PscException, InterruptedException {
            LoggerFactory.getLogger(Talkative.class)
                    .trace("asking for {}", holder.value().substring(1));
            return super.ask(holder, context);
        }
    }

    /** Writes whom it asks for as it stands on the card, in groups. */
    public static class Grouping extends CardAuthenticator {
        @Override
        Grant ask(NationalId holder, AuthenticationContext context) throws PscException, InterruptedException {
            LoggerFactory.getLogger(Grouping.class)
                    .debug("asking for {}", holder.value().replaceAll("(.{3})", "$1\u202F"));
            return super.ask(holder, context);
        }
    }

    /** Asks for the code of the card, digit by digit. */
    public static class Curious extends CardAuthenticator {
        @Override
        Optional<char[]> code(AuthenticationContext context) throws PscException, InterruptedException {
            var digits = IntStream.range(0, 10)
                    .mapToObj(Integer::toString)
                    .map(digit -> BilingualLine.of(digit, digit))
                    .toList();
            context.dialog().choice(BilingualLine.of("Et maintenant ?", "And now?"), digits);
            return super.code(context);
        }
    }

    /** Wants to be set up with the code of a card. */
    public static class Obliging extends CardAuthenticator {
        @Override
        public AuthenticatorDescriptor descriptor() {
            return super.descriptor()
                    .withSetting(
                            AuthenticatorSetting.secret("code", BilingualLine.of("Code porteur", "Code of the card")));
        }
    }

    /** Prints the one-time code. */
    public static class Printer extends CardAuthenticator {
        @Override
        Optional<char[]> code(AuthenticationContext context) throws PscException, InterruptedException {
            var code = super.code(context);
            code.ifPresent(System.out::println);
            return code;
        }
    }

    /** Writes down how it is set up. */
    public static class Documented extends CardAuthenticator {
        @Override
        public void start(AuthenticatorServices services) {
            services.setting("pairing", char[].class)
                    .ifPresent(secret ->
                            LoggerFactory.getLogger(Documented.class).debug("paired by {}", new String(secret)));
        }
    }

    /** Writes to the log of the JDK whose card it is. */
    public static class Diverted extends CardAuthenticator {
        @Override
        Grant ask(NationalId holder, AuthenticationContext context) throws PscException, InterruptedException {
            System.getLogger("card").log(System.Logger.Level.DEBUG, "asking for {0}", holder.value());
            return super.ask(holder, context);
        }
    }

    /** Keeps whose card it was until the next time. */
    public static class Filing extends CardAuthenticator {
        private Optional<DeviceState> store = Optional.empty();

        @Override
        public void start(AuthenticatorServices services) {
            store = services.state();
        }

        @Override
        Grant ask(NationalId holder, AuthenticationContext context) throws PscException, InterruptedException {
            if (store.isPresent()) {
                keep(store.get(), holder);
            }
            return super.ask(holder, context);
        }

        private static void keep(DeviceState store, NationalId holder) {
            try {
                store.write("last", holder.value().getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Says whom it asked for when that fails. */
    public static class Complaining extends CardAuthenticator {
        @Override
        Grant ask(NationalId holder, AuthenticationContext context) throws PscException, InterruptedException {
            try {
                return super.ask(holder, context);
            } catch (PscException e) {
                throw new PscException(
                        e.problem(), "the server half refuses", new IllegalStateException(holder.value()));
            }
        }
    }

    /** Has the holder's identifier among the facts of a failure. */
    public static class Factual extends CardAuthenticator {
        @Override
        Grant ask(NationalId holder, AuthenticationContext context) throws PscException, InterruptedException {
            try {
                return super.ask(holder, context);
            } catch (PscException e) {
                throw new PscException(e.problem(), "the server half refuses", Map.of("holder", holder.value()));
            }
        }
    }

    /** Gives notice of a certain card. */
    public static class Noticing extends CardAuthenticator {
        @Override
        Grant ask(NationalId holder, AuthenticationContext context) throws PscException, InterruptedException {
            context.notice(Diagnostic.of(CardProblem.NO_CARD, Severity.INFO).with("last", holder.value()));
            return super.ask(holder, context);
        }
    }

    /** Repeats on the screen what the person has typed. */
    public static class Echoing extends CardAuthenticator {
        @Override
        Optional<char[]> code(AuthenticationContext context) throws PscException, InterruptedException {
            var name = context.dialog().text(TextQuestion.of(BilingualLine.of("Votre nom", "Your name"), 40));
            name.ifPresent(typed -> context.progress(BilingualLine.of("Merci " + typed, "Thank you " + typed)));
            return super.code(context);
        }
    }

    /** Shows on the screen whose card it is. */
    public static class Greeting extends CardAuthenticator {
        @Override
        Grant ask(NationalId holder, AuthenticationContext context) throws PscException, InterruptedException {
            context.progress(BilingualLine.of("Bonjour " + holder.value(), "Hello " + holder.value()));
            return super.ask(holder, context);
        }
    }
}

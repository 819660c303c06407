package io.github.pscsdk.documents;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.AuthenticatorSetting;
import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.api.dialog.CardChoice;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.dialog.OneTimeCodeQuestion;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.BilingualLine;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Remedy;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.AuthenticatorServices;
import io.github.pscsdk.spi.Grant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** The snippets about devices: an authenticator with an imaginary reader of badges, run by {@link BadgeAuthenticatorTest}. */
public final class BadgeAuthenticator implements Authenticator {
    /** A badge that says whose it is. */
    record Badge(CardChoice choice, NationalId holder, int triesLeft) {}

    /** What a driver offers. */
    interface Reader {
        List<Badge> badges();

        boolean holds(Badge badge);

        boolean accepts(Badge badge, char[] code);

        /** Waits for a change, but no longer than some moments. */
        void awaitChange() throws InterruptedException;
    }

    private static final class NoReader implements Reader {
        @Override
        public List<Badge> badges() {
            return List.of();
        }

        @Override
        public boolean holds(Badge badge) {
            return false;
        }

        @Override
        public boolean accepts(Badge badge, char[] code) {
            return false;
        }

        @Override
        public synchronized void awaitChange() throws InterruptedException {
            wait(100);
        }
    }

    enum BadgeProblem implements Problem {
        ONE_TRY_LEFT,
        NO_BADGE;

        private static final BilingualLine TRY =
                BilingualLine.of("Il reste un essai pour le code.", "One try is left for the code.");
        private static final BilingualLine BADGE = BilingualLine.of("Il n’y a pas de badge.", "There is no badge.");

        @Override
        public String code() {
            return "BDG-00" + (ordinal() + 1);
        }

        @Override
        public Party party() {
            return Party.PROFESSIONAL;
        }

        @Override
        public Remedy remedy(Locale locale) {
            return new Remedy((this == ONE_TRY_LEFT ? TRY : BADGE).in(locale), List.of());
        }
    }

    private final Reader reader;
    private volatile boolean asksForCode;

    /** As the engine makes it: on a workstation without a reader. */
    public BadgeAuthenticator() {
        this(new NoReader());
    }

    BadgeAuthenticator(Reader reader) {
        this.reader = reader;
    }

    @Override
    public AuthenticatorDescriptor descriptor() {
        return AuthenticatorDescriptor.of("badge", WayIn.BACKCHANNEL, "Badge", "Badge")
                .withSetting(AuthenticatorSetting.flag(
                                "displayCode", BilingualLine.of("Code affiché", "Code on the display"))
                        .withDefault("false"));
    }

    @Override
    public void start(AuthenticatorServices services) {
        asksForCode = services.setting("displayCode", Boolean.class).orElse(false);
    }

    @Override
    public Optional<Problem> obstacle() {
        return reader.badges().isEmpty() ? Optional.of(BadgeProblem.NO_BADGE) : Optional.empty();
    }

    @Override
    public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
            throws PscException, InterruptedException {
        context.waitingForDevice();
        var badge = chosen(badges(context), context.dialog());
        if (asksForCode) {
            checkCode(badge, context);
        }
        context.holder(badge.holder());
        if (badge.triesLeft() == 1) {
            context.notice(Diagnostic.of(BadgeProblem.ONE_TRY_LEFT, Severity.WARNING));
        }
        context.watch(presence -> follow(badge, presence));
        return request.wayIn().equals(Optional.of(WayIn.BROWSER))
                ? context.browser(badge.holder())
                : context.backchannel(BackchannelRequest.onCard(badge.holder()));
    }

    private List<Badge> badges(AuthenticationContext context) throws PscException, InterruptedException {
        for (var badges = reader.badges(); ; badges = reader.badges()) {
            if (!badges.isEmpty()) {
                return badges;
            }
            if (!context.clock().instant().isBefore(context.deadline())) {
                throw new PscException(LoginProblem.NO_ANSWER_IN_TIME, "no badge before the deadline");
            }
            reader.awaitChange();
        }
    }

    private Badge chosen(List<Badge> badges, LoginDialog dialog) throws PscException, InterruptedException {
        if (badges.size() == 1) {
            return badges.get(0);
        }
        var choices = badges.stream().map(Badge::choice).toList();
        var answer =
                dialog.card(choices).orElseThrow(() -> new PscException(LoginProblem.REFUSED, "no badge was chosen"));
        return badges.get(choices.indexOf(answer));
    }

    private void checkCode(Badge badge, AuthenticationContext context) throws PscException, InterruptedException {
        context.progress(BilingualLine.of("Appuyez sur le badge", "Press the badge"));
        var question = OneTimeCodeQuestion.of(BilingualLine.of("Badge du cabinet", "Badge of the practice"), 6);
        var code = context.dialog()
                .oneTimeCode(question)
                .orElseThrow(() -> new PscException(LoginProblem.REFUSED, "no code was typed"));
        if (!reader.accepts(badge, code)) {
            throw new PscException(LoginProblem.REFUSED, "the code is not the badge's");
        }
    }

    private void follow(Badge badge, Consumer<Boolean> presence) throws InterruptedException {
        while (true) {
            presence.accept(reader.holds(badge));
            reader.awaitChange();
        }
    }
}

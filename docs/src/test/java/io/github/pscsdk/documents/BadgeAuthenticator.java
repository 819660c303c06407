package io.github.pscsdk.documents;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.CardChoice;
import io.github.pscsdk.api.LoginDialog;
import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Remedy;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.DevicePresence;
import io.github.pscsdk.spi.Grant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The snippets about devices: an authenticator with an imaginary reader of badges, run by {@link BadgeAuthenticatorTest}. */
public final class BadgeAuthenticator implements Authenticator {
    /** A badge that says whose it is. */
    record Badge(CardChoice choice, NationalId holder, int triesLeft) {}

    /** What a driver offers. */
    interface Reader {
        List<Badge> badges();

        boolean holds(Badge badge);

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
        public synchronized void awaitChange() throws InterruptedException {
            wait(100);
        }
    }

    enum BadgeProblem implements Problem {
        ONE_TRY_LEFT;

        @Override
        public String code() {
            return "BDG-001";
        }

        @Override
        public Party party() {
            return Party.PROFESSIONAL;
        }

        @Override
        public Remedy remedy(Locale locale) {
            return new Remedy("One try is left for the code.", List.of());
        }
    }

    private final Reader reader;

    /** As the engine makes it: on a workstation without a reader. */
    public BadgeAuthenticator() {
        this(new NoReader());
    }

    BadgeAuthenticator(Reader reader) {
        this.reader = reader;
    }

    @Override
    public AuthenticatorDescriptor descriptor() {
        return new AuthenticatorDescriptor("badge", WayIn.BACKCHANNEL, false, "Badge", "Badge");
    }

    @Override
    public Grant authenticate(LoginRequest request, AuthenticationContext context)
            throws PscException, InterruptedException {
        context.progress(LoginProgress.Step.WAITING_FOR_CARD);
        var badge = chosen(badges(context), request.dialog());
        context.holder(badge.holder());
        if (badge.triesLeft() == 1) {
            context.notice(new Diagnostic(BadgeProblem.ONE_TRY_LEFT, Severity.WARNING, Map.of()));
        }
        context.watch(presence -> follow(badge, presence));
        return context.backchannel(BackchannelRequest.onCard(badge.holder()));
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

    private void follow(Badge badge, DevicePresence presence) throws InterruptedException {
        while (true) {
            if (reader.holds(badge)) {
                presence.present();
            } else {
                presence.absent();
            }
            reader.awaitChange();
        }
    }
}

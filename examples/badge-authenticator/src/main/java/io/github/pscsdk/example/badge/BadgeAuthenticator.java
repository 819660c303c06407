package io.github.pscsdk.example.badge;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.AuthenticatorSetting;
import io.github.pscsdk.api.Availability;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.api.OneTimeCodeQuestion;
import io.github.pscsdk.api.ShownPicture;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.api.YesNoQuestion;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.diagnostic.ShortText;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.AuthenticatorServices;
import io.github.pscsdk.spi.DeviceState;
import io.github.pscsdk.spi.Grant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.pf4j.Extension;

/**
 * Finds out by a badge who is logging in, then lets that person log in on the page of Pro Santé Connect. The badge is paired with the workstation
 * once, by a QR code that it scans; at each login it shows a code that the person types. It proves nothing to Pro Santé Connect, which asks by itself.
 */
@Extension
public final class BadgeAuthenticator implements Authenticator {
    private static final ShortText NAME = ShortText.of("Badge Imaginaire", "Imaginary Badge");
    private static final ShortText SCAN =
            ShortText.of("Scannez ce code avec le badge", "Scan this code with the badge");
    private static final YesNoQuestion ANOTHER = YesNoQuestion.of(ShortText.of(
            "Le badge est hors de portée. En utiliser un autre\u00a0?", "The badge is out of reach. Use another one?"));
    private static final AuthenticatorDescriptor DESCRIPTOR = AuthenticatorDescriptor.of(
                    "imaginary-badge", WayIn.BROWSER, "Badge Imaginaire", "Imaginary Badge")
            .withSetting(AuthenticatorSetting.text(
                    "service", ShortText.of("Adresse du service du fabricant", "Address of the maker's service")))
            .withSetting(AuthenticatorSetting.secret("key", ShortText.of("Clé du cabinet", "Key of the practice")))
            .withSetting(AuthenticatorSetting.duration(
                            "scanTime",
                            ShortText.of("Temps pour scanner le code", "Time to scan the code"),
                            Duration.ofSeconds(5),
                            Duration.ofMinutes(5))
                    .withDefault("PT1M"));
    private static final String PAIRING = "pairing";
    private static final int DIGITS = 6;
    private static final int TRIES = 3;
    private static final long PAUSE_MILLIS = 500;

    private volatile Optional<BadgeService> service = Optional.empty();
    private volatile Optional<DeviceState> state = Optional.empty();
    private volatile Duration scanTime = Duration.ZERO;

    @Override
    public AuthenticatorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public void start(AuthenticatorServices services) {
        service = BadgeService.of(services);
        state = services.state();
        scanTime = services.settings().duration("scanTime").orElseThrow();
    }

    /** Asks nobody: whether the badge is in reach, only a login or a health check finds out. */
    @Override
    public Availability availability() {
        return service.isPresent() ? Availability.available() : Availability.disabled(BadgeProblem.NOT_SET_UP);
    }

    @Override
    public List<Diagnostic> diagnose() throws InterruptedException {
        try {
            // Asked without a pairing too: a wrong key is found before the first login.
            var away = "away".equals(service().stateOf(kept().orElse("none")));
            return away ? List.of(Diagnostic.of(BadgeProblem.AWAY, Severity.WARNING)) : List.of();
        } catch (PscException e) {
            return List.of(Diagnostic.of(e.problem(), Severity.BLOCKING));
        }
    }

    @Override
    public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
            throws PscException, InterruptedException {
        var badge = service();
        context.waitingForDevice();
        var holder = holder(badge, pairing(badge, context), context);
        if (request.nationalId().isPresent() && !request.nationalId().get().matches(holder)) {
            throw new PscException(LoginProblem.IDENTITY_MISMATCH, "the badge is another person's");
        }
        context.holder(holder);
        return context.browser(holder);
    }

    private BadgeService service() throws PscException {
        return service.orElseThrow(() -> new PscException(BadgeProblem.NOT_SET_UP, "no service that can be asked"));
    }

    /** The pairing that was kept if its badge is in reach, or a new one. */
    private String pairing(BadgeService badge, AuthenticationContext context)
            throws PscException, InterruptedException {
        var kept = kept();
        var reach = kept.isPresent() ? badge.stateOf(kept.get()) : "unknown";
        // Nobody is held up by a question where another way could be tried.
        if ("away".equals(reach)
                && !(context.isLastWay() && context.dialog().yesOrNo(ANOTHER).orElse(false))) {
            throw new PscException(BadgeProblem.AWAY, "the badge is out of reach");
        }
        return "here".equals(reach) ? kept.orElseThrow() : newPairing(badge, context);
    }

    private String newPairing(BadgeService badge, AuthenticationContext context)
            throws PscException, InterruptedException {
        var pairing = badge.newPairing();
        if (!context.dialog().showPicture(ShownPicture.qrCode(SCAN, badge.address() + "/pairings/" + pairing))) {
            throw new PscException(BadgeProblem.NOT_SHOWN, "the host shows no QR code");
        }
        var until = context.clock().instant().plus(scanTime);
        while (!"here".equals(badge.stateOf(pairing))) {
            var now = context.clock().instant();
            if (!now.isBefore(until) || !now.isBefore(context.deadline())) {
                throw new PscException(BadgeProblem.NOT_SCANNED, "no badge has scanned the QR code");
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        context.dialog().hidePicture();
        keep(pairing, context);
        return pairing;
    }

    private static NationalId holder(BadgeService badge, String pairing, AuthenticationContext context)
            throws PscException, InterruptedException {
        badge.showCode(pairing);
        context.progress(ShortText.of("Le badge affiche un code", "The badge shows a code"));
        var question = OneTimeCodeQuestion.of(NAME, DIGITS);
        for (var tries = TRIES; tries > 0; tries--) {
            var code = context.dialog().oneTimeCode(question.withTriesLeft(tries));
            var holder = badge.holder(
                    pairing,
                    code.orElseThrow(() -> new PscException(LoginProblem.REFUSED, "nobody typed the badge's code")));
            if (holder.isPresent()) {
                return holder.get();
            }
            question = question.asAgain();
        }
        throw new PscException(BadgeProblem.WRONG_CODE, "no try is left");
    }

    /** The pairing of the last login; whatever else stands there is none. Without the key it is worth nothing to other programs. */
    private Optional<String> kept() {
        try {
            var bytes = state.isPresent() ? state.get().read(PAIRING) : Optional.<byte[]>empty();
            return bytes.map(text -> new String(text, StandardCharsets.US_ASCII))
                    .filter(BadgeService::isPairing);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void keep(String pairing, AuthenticationContext context) {
        try {
            if (state.isPresent()) {
                state.get().write(PAIRING, pairing.getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            context.notice(Diagnostic.of(BadgeProblem.NOT_KEPT, Severity.INFO));
        }
    }
}

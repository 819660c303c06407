package io.github.pscsdk.example.badge;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.AuthenticatorSetting;
import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.api.dialog.OneTimeCodeQuestion;
import io.github.pscsdk.api.dialog.ShownPicture;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.BilingualLine;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.AuthenticatorServices;
import io.github.pscsdk.spi.Grant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.pf4j.Extension;

/**
 * Finds out by a badge who is logging in, then lets that person log in on the page of Pro Santé Connect. The badge is
 * paired with the workstation once, by a QR code that it scans; at each login it shows a code that the person types. It
 * proves nothing to Pro Santé Connect, which asks by itself.
 */
@Extension
public final class BadgeAuthenticator implements Authenticator {
    private static final BilingualLine SCAN =
            BilingualLine.of("Scannez ce code avec le badge", "Scan this with the badge");
    private static final BilingualLine ANOTHER = BilingualLine.of(
            "Le badge est hors de portée. En utiliser un autre\u00a0?", "The badge is out of reach. Use another one?");
    private static final AuthenticatorDescriptor DESCRIPTOR = AuthenticatorDescriptor.of(
                    "imaginary-badge", WayIn.BROWSER, "Badge Imaginaire", "Imaginary Badge")
            .withSetting(AuthenticatorSetting.url("service", BilingualLine.of("Adresse du service", "Service address")))
            .withSetting(AuthenticatorSetting.secret("key", BilingualLine.of("Clé du cabinet", "Key of the practice")));
    private static final String PAIRING = "pairing";

    private volatile Optional<BadgeService> service = Optional.empty();

    @Override
    public AuthenticatorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public void start(AuthenticatorServices services) {
        service = BadgeService.of(services);
    }

    /** Asks nobody: whether the badge is in reach, only a login or a health check finds out. */
    @Override
    public Optional<Problem> obstacle() {
        return service.isPresent() ? Optional.empty() : Optional.of(BadgeProblem.NOT_SET_UP);
    }

    @Override
    public List<Diagnostic> diagnose() throws InterruptedException {
        try {
            // Asked without a pairing too: a wrong key is found before the first login. All of this has three seconds.
            var away = "away".equals(service().stateOf(kept().orElse("none"), Duration.ofSeconds(2)));
            return away ? List.of(Diagnostic.of(BadgeProblem.AWAY, Severity.WARNING)) : List.of();
        } catch (PscException e) {
            return List.of(Diagnostic.of(e.problem(), Severity.BLOCKING));
        }
    }

    @Override
    public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
            throws PscException, InterruptedException {
        context.waitingForDevice();
        var holder = holder(pairing(context), context);
        if (request.nationalId().isPresent() && !request.nationalId().get().matches(holder)) {
            throw new PscException(LoginProblem.IDENTITY_MISMATCH, "the badge is another person's");
        }
        context.holder(holder);
        return request.wayIn().equals(Optional.of(WayIn.BACKCHANNEL))
                ? context.backchannel(BackchannelRequest.onMobile(holder))
                : context.browser(holder);
    }

    private BadgeService service() throws PscException {
        return service.orElseThrow(() -> new PscException(BadgeProblem.NOT_SET_UP, "no service that can be asked"));
    }

    /** The pairing that was kept if its badge is in reach, or a new one. */
    private String pairing(AuthenticationContext context) throws PscException, InterruptedException {
        var kept = kept();
        var reach = kept.isPresent() ? service().stateOf(kept.get(), BadgeService.LIMIT) : "unknown";
        // Nobody is held up by a question where another way could be tried.
        if ("away".equals(reach)
                && !(context.isLastWay() && context.dialog().yesOrNo(ANOTHER).orElse(false))) {
            throw new PscException(BadgeProblem.AWAY, "the badge is out of reach");
        }
        return "here".equals(reach) ? kept.orElseThrow() : newPairing(context);
    }

    private String newPairing(AuthenticationContext context) throws PscException, InterruptedException {
        var badge = service();
        var pairing = badge.newPairing();
        if (!context.dialog().showPicture(ShownPicture.qrCode(SCAN, badge.pairings(pairing)))) {
            throw new PscException(BadgeProblem.NOT_SHOWN, "the host shows no QR code");
        }
        var scanned = context.await(
                Duration.ofMillis(500),
                Duration.ofMinutes(1),
                () -> Optional.of(badge.stateOf(pairing, BadgeService.LIMIT)).filter("here"::equals));
        if (scanned.isEmpty()) {
            throw new PscException(BadgeProblem.NOT_SCANNED, "no badge has scanned the QR code");
        }
        context.dialog().hidePicture();
        keep(pairing, context);
        return pairing;
    }

    private NationalId holder(String pairing, AuthenticationContext context) throws PscException, InterruptedException {
        service().showCode(pairing);
        context.progress(BilingualLine.of("Le badge affiche un code", "The badge shows a code"));
        var question = OneTimeCodeQuestion.of(BilingualLine.of("Badge Imaginaire", "Imaginary Badge"), 6);
        var holder = Optional.<NationalId>empty();
        for (var tries = 3; tries > 0 && holder.isEmpty(); tries--) {
            var code = context.dialog().oneTimeCode(question.withTriesLeft(tries));
            if (code.isEmpty()) {
                throw new PscException(LoginProblem.REFUSED, "nobody typed the badge's code");
            }
            holder = service().holder(pairing, code.get());
            question = question.asAgain();
        }
        return holder.orElseThrow(() -> new PscException(BadgeProblem.WRONG_CODE, "no try is left"));
    }

    /**
     * The pairing of the last login; other programs may write there too. Without the key it is worth nothing to them.
     */
    private Optional<String> kept() throws PscException {
        try {
            var state = service().services().state().orElseThrow(IOException::new);
            var kept = new String(state.read(PAIRING).orElse(new byte[0]), StandardCharsets.US_ASCII);
            return Optional.of(kept).filter(BadgeService::isPairing);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void keep(String pairing, AuthenticationContext context) throws PscException {
        try {
            var state = service().services().state().orElseThrow(IOException::new);
            state.write(PAIRING, pairing.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            context.notice(Diagnostic.of(BadgeProblem.NOT_KEPT, Severity.INFO));
        }
    }
}

package former;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.AuthenticatorSetting;
import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.Environment;
import io.github.pscsdk.api.dialog.CardChoice;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.dialog.NationalIdAnswer;
import io.github.pscsdk.api.dialog.OneTimeCodeQuestion;
import io.github.pscsdk.api.dialog.ShownPicture;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.diagnostic.BilingualLine;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.AuthenticatorServices;
import io.github.pscsdk.spi.Grant;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.pf4j.Extension;

/** Uses what the contract 1.0.0 offers to a plug-in: each kind of setting, each question, each way in. */
@Extension
public final class FormerAuthenticator implements Authenticator {
    private static final BilingualLine WORD = BilingualLine.of("Mot", "Word");
    private static final BilingualLine OTHER = BilingualLine.of("Autre", "Other");
    private static final BilingualLine TOKEN = BilingualLine.of("Jeton");
    private static final AuthenticatorDescriptor DESCRIPTOR = AuthenticatorDescriptor.of(
                    "former", WayIn.BACKCHANNEL, "Ancien", "Former")
            .withSetting(AuthenticatorSetting.text("text", WORD).withDefault("a"))
            .withSetting(AuthenticatorSetting.number("number", WORD, 1, 9).withDefault("7"))
            .withSetting(AuthenticatorSetting.flag("flag", WORD).withDefault("true"))
            .withSetting(AuthenticatorSetting.choice("choice", WORD, List.of("b", "c"))
                    .withDefault("b"))
            .withSetting(AuthenticatorSetting.duration("duration", WORD, Duration.ZERO, Duration.ofMinutes(1))
                    .withDefault("PT3S"))
            .withSetting(AuthenticatorSetting.secret("secret", WORD));

    private volatile String started = "";

    @Override
    public AuthenticatorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public void start(AuthenticatorServices services) {
        started = String.join(
                " ",
                services.setting("text", String.class).orElse("-"),
                services.setting("number", Long.class).map(String::valueOf).orElse("-"),
                services.setting("flag", Boolean.class).map(String::valueOf).orElse("-"),
                services.setting("choice", String.class).orElse("-"),
                services.setting("duration", Duration.class).map(String::valueOf).orElse("-"),
                services.setting("secret", char[].class).map(secret -> "set").orElse("-"),
                services.locale().getLanguage(),
                services.state().map(state -> "state").orElse("-"),
                String.valueOf(services.clock().getZone() != null && services.httpClient() != null));
    }

    @Override
    public Optional<Problem> obstacle() {
        return started.isEmpty() ? Optional.of(FormerProblem.WORN) : Optional.empty();
    }

    @Override
    public List<Diagnostic> diagnose() throws InterruptedException {
        return List.of(Diagnostic.of(FormerProblem.WORN, Severity.WARNING).with("started", started));
    }

    @Override
    public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
            throws PscException, InterruptedException {
        context.waitingForDevice();
        if (!context.clock().instant().isBefore(context.deadline())) {
            throw new PscException(LoginProblem.NO_ANSWER_IN_TIME, "it is late");
        }
        if (context.environment() != Environment.SIMULATOR || !context.isLastWay()) {
            throw new PscException(FormerProblem.WORN, "not as the test has it");
        }
        var owner = ask(context.dialog());
        context.progress(WORD);
        context.notice(Diagnostic.of(FormerProblem.WORN, Severity.WARNING));
        context.holder(owner.nationalId());
        context.watch(FormerAuthenticator::follow);
        if (request.wayIn().orElse(WayIn.BACKCHANNEL) == WayIn.BROWSER) {
            return request.nationalId().isPresent() ? context.browser(owner.nationalId()) : context.browser();
        }
        return context.backchannel(
                request.nationalId().isPresent()
                        ? BackchannelRequest.onCard(owner.nationalId())
                        : BackchannelRequest.onMobile(owner.nationalId()));
    }

    private static NationalIdAnswer ask(LoginDialog dialog) throws PscException, InterruptedException {
        var code = dialog.oneTimeCode(
                        OneTimeCodeQuestion.of(TOKEN, 6).asAgain().withTriesLeft(2))
                .orElseThrow(FormerAuthenticator::refused);
        Arrays.fill(code, '0');
        if (!dialog.yesOrNo(WORD).orElseThrow(FormerAuthenticator::refused)) {
            throw refused();
        }
        dialog.choice(WORD, List.of(WORD, OTHER)).orElseThrow(FormerAuthenticator::refused);
        dialog.card(List.of(CardChoice.of("A").withHolder("Zoé Fictive"), CardChoice.of("B")))
                .orElseThrow(FormerAuthenticator::refused);
        if (dialog.showPicture(ShownPicture.qrCode(WORD, "former:1"))) {
            dialog.hidePicture();
        }
        return dialog.holderOf("A").orElseThrow(FormerAuthenticator::refused);
    }

    private static PscException refused() {
        return new PscException(LoginProblem.REFUSED, "no answer");
    }

    private static void follow(Consumer<Boolean> presence) throws InterruptedException {
        presence.accept(true);
        synchronized (presence) {
            while (true) {
                presence.wait();
            }
        }
    }
}

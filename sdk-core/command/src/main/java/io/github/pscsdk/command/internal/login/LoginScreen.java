package io.github.pscsdk.command.internal.login;

import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.commandline.internal.Screen;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/** Tells the person where the login stands, and what to do now. */
final class LoginScreen implements Consumer<LoginProgress> {
    private final Screen screen;
    private final Clock clock;

    LoginScreen(Screen screen, Clock clock) {
        this.screen = screen;
        this.clock = clock;
    }

    @Override
    public void accept(LoginProgress progress) {
        if (progress.step() == LoginProgress.Step.TRYING_NEXT_WAY) {
            screen.say("login.step.next");
            progress.notice().ifPresent(screen::finding);
            return;
        }
        if (progress.notice().isPresent()) {
            // The step was told before.
            screen.remark(progress.notice().get());
            return;
        }
        var left = Math.max(
                0, Duration.between(clock.instant(), progress.deadline()).toSeconds());
        switch (progress.step()) {
            case WAITING_FOR_DEVICE -> screen.say("login.step.device", left);
            case MESSAGE ->
                progress.message()
                        .ifPresentOrElse(
                                words -> screen.say("login.step.message", words.in(screen.language())),
                                () -> screen.say("login.step.other", left));
            case CONFIRM_ON_DEVICE -> {
                screen.say("login.step.confirm", left);
                progress.bindingMessage().ifPresent(message -> screen.show(BigDigits.of(message.digits())));
            }
            case CONTINUE_IN_BROWSER -> screen.say("login.step.browser", left);
            case VERIFYING -> screen.say("login.step.verifying");
            default -> screen.say("login.step.other", left);
        }
    }
}

package io.github.pscsdk.command.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.diagnostic.BilingualLine;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Severity;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoginScreenTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final Shown shown = new Shown();
    private final LoginScreen screen = new LoginScreen(shown.screen(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void shows_the_two_digits_large_and_the_seconds_left() {
        screen.accept(new LoginProgress(
                LoginProgress.Step.CONFIRM_ON_DEVICE,
                Optional.empty(),
                Optional.of(new BindingMessage("07")),
                Optional.empty(),
                NOW.plusSeconds(97),
                Optional.empty()));

        var lines = shown.toString().lines().toList();
        assertTrue(lines.get(0).endsWith("97 s left."), shown::toString);
        assertEquals(BigDigits.of("07"), lines.subList(1, lines.size()));
    }

    @ParameterizedTest
    @EnumSource
    void has_a_line_for_every_step(LoginProgress.Step step) {
        screen.accept(LoginProgress.of(step, NOW));

        assertEquals(1, shown.toString().lines().count(), shown::toString);
    }

    @Test
    void says_what_the_authenticator_says_as_it_says_it() {
        screen.accept(new LoginProgress(
                LoginProgress.Step.MESSAGE,
                Optional.of(BilingualLine.of("Appuyez {1}", "Press {1}")),
                Optional.empty(),
                Optional.empty(),
                NOW,
                Optional.empty()));

        assertEquals("Press {1}", shown.toString().strip());
    }

    @Test
    void tells_why_it_moves_on_and_what_mends_it() {
        screen.accept(LoginProgress.of(LoginProgress.Step.TRYING_NEXT_WAY, NOW)
                .withNotice(Diagnostic.of(LoginProblem.BROWSER_NOT_OPENED, Severity.WARNING)));

        var text = shown.toString();
        assertTrue(text.startsWith("Another way is tried."), text);
        assertTrue(text.contains("(PSC-063)"), text);
        assertTrue(text.contains("  1. "), text);
    }

    @Test
    void a_notice_is_told_without_repeating_the_step() {
        var notice = Diagnostic.of(LoginProblem.REFUSED, Severity.WARNING).with("tries", "1");

        screen.accept(LoginProgress.of(LoginProgress.Step.CONFIRM_ON_DEVICE, NOW.plusSeconds(97))
                .withNotice(notice));

        assertTrue(shown.toString().startsWith("  ! PSC-001 1: "), shown::toString);
        assertEquals(1, shown.toString().lines().count());
    }
}

package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.spi.AuthenticationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class NoticeTest {
    private static final LoginRequest REQUEST = LoginRequest.using("card");
    private static final Diagnostic ONE_TRY_LEFT =
            Diagnostic.of(LoginProblem.REFUSED, Severity.WARNING).with("tries", "1");

    @AutoClose
    private final MockServerHalf server = new MockServerHalf();

    private final List<LoginProgress> told = new ArrayList<>();

    @Test
    void a_notice_comes_with_the_step_that_was_announced_last() throws Exception {
        login((request, context) -> {
            context.waitingForDevice();
            context.notice(ONE_TRY_LEFT);
            return context.backchannel(Fakes.onPhone());
        });

        assertEquals(
                List.of("WAITING_FOR_DEVICE", "WAITING_FOR_DEVICE PSC-001", "CONFIRM_ON_DEVICE", "VERIFYING"), lines());
    }

    @Test
    void one_before_the_first_step_is_told_right_after_it() throws Exception {
        login((request, context) -> {
            context.notice(ONE_TRY_LEFT);
            return context.backchannel(Fakes.onPhone());
        });

        assertEquals(List.of("CONFIRM_ON_DEVICE", "CONFIRM_ON_DEVICE PSC-001", "VERIFYING"), lines());
        assertEquals(Optional.of(ONE_TRY_LEFT), told.get(1).notice());
        assertTrue(told.get(1).bindingMessage().isPresent(), "the digits stay on the screen");
    }

    @Test
    void one_after_the_attempt_is_refused() throws Exception {
        var kept = new AtomicReference<AuthenticationContext>();
        login((request, context) -> {
            kept.set(context);
            return context.backchannel(Fakes.onPhone());
        });

        assertThrows(IllegalStateException.class, () -> kept.get().notice(ONE_TRY_LEFT));
    }

    @Test
    void of_whom_no_practice_is_known_it_is_told_and_the_session_is_there() throws Exception {
        server.answer("GET /v1/session", 200, MockServerHalf.sessionWithoutPractice());

        login((request, context) -> context.backchannel(Fakes.onPhone()));

        assertEquals(List.of("CONFIRM_ON_DEVICE", "VERIFYING", "VERIFYING PSC-018"), lines());
        assertEquals(
                Diagnostic.of(LoginProblem.NO_PROFESSIONAL_DATA, Severity.WARNING),
                told.get(2).notice().orElseThrow());
    }

    private void login(Fakes.Body body) throws Exception {
        try (var client = Fakes.builder(server)
                .authenticator(Fakes.authenticator("card", body))
                .build()) {
            client.login(REQUEST.withProgress(told::add));
        }
    }

    private List<String> lines() {
        return told.stream()
                .map(step -> step.step()
                        + step.notice()
                                .map(notice -> " " + notice.problem().code())
                                .orElse(""))
                .toList();
    }
}

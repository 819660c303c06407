package io.github.pscsdk.workstation.internal.login;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.dialog.OneTimeCodeQuestion;
import io.github.pscsdk.diagnostic.BilingualLine;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class LateCodeTest {
    private Runnable end = () -> {};

    @Test
    void a_code_that_was_typed_while_its_attempt_ended_is_overwritten() throws Exception {
        var host = new LoginDialog() {
            @Override
            public Optional<char[]> oneTimeCode(OneTimeCodeQuestion question) {
                end.run();
                return Optional.of("123456".toCharArray());
            }
        };
        var calls = new HostCalls(
                1,
                LoginRequest.using("badge").withDialog(host),
                Instant.parse("2026-01-01T12:00:00Z"),
                UnaryOperator.identity());
        end = calls::close;

        var code = calls.oneTimeCode(OneTimeCodeQuestion.of(BilingualLine.of("Jeton", "Token"), 6))
                .orElseThrow();

        assertArrayEquals(new char[6], code);
    }
}

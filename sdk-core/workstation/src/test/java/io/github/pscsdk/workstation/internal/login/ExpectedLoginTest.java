package io.github.pscsdk.workstation.internal.login;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.LoginTicket;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.OtherId;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody else logs in than the one who was named, nor by another means than the one required, not even by a ticket. */
class ExpectedLoginTest {
    private static final ExpectedLogin ANY = ExpectedLogin.of(LoginRequest.using("cps"));
    private static final ExpectedLogin CARD =
            ExpectedLogin.of(LoginRequest.using("cps").requiring(Means.CARD));
    private static final ExpectedLogin MOBILE =
            ExpectedLogin.of(LoginRequest.using("cps").requiring(Means.MOBILE));

    private static final TicketContent ON_DEVICE = new TicketContent(
            "login-1",
            "cps",
            Optional.of(Means.CARD),
            Instant.parse("2026-11-24T10:00:00Z"),
            Optional.of(new BindingMessage("42")),
            CARD.and(MOBILE).and(new NationalId("899999100011")).and(new NationalId("0999999999")));
    private static final TicketContent IN_BROWSER = new TicketContent(
            "login-1", "browser", Optional.empty(), Instant.parse("2026-11-24T10:00:00Z"), Optional.empty(), ANY);

    private static final Professional DOCTOR = new Professional(
            new NationalId("899999100011"),
            "TEST",
            List.of(),
            Optional.empty(),
            List.of(new OtherId("0999999999", "ADELI")),
            List.of());

    private static void assertRefused(Executable check) {
        var refusal = assertThrows(PscException.class, check);
        assertEquals(LoginProblem.MEANS_NOT_ACCEPTED, refusal.problem());
    }

    private static ExpectedLogin expecting(String ids) {
        return Arrays.stream(ids.split(" ")).map(NationalId::new).reduce(ANY, ExpectedLogin::and, ExpectedLogin::and);
    }

    @ParameterizedTest
    @CsvSource({
        "899999100011, ",
        "0999999999, ",
        "899999100011 0999999999, ",
        "0999999999 899999100011 899999100011, ",
        "899999100029, IDENTITY_MISMATCH",
        "899999100011 899999100029, IDENTITY_MISMATCH",
        "899999100029 899999100011, IDENTITY_MISMATCH",
        "899999100011 899999100029 0999999999, IDENTITY_MISMATCH",
        "4f8d2c1e-0b6a-4c59-9a3e-7d1f2b3c4d5e, IDENTITY_UNDECIDED",
        "899999100011 4f8d2c1e-0b6a-4c59-9a3e-7d1f2b3c4d5e, IDENTITY_UNDECIDED",
        "4f8d2c1e-0b6a-4c59-9a3e-7d1f2b3c4d5e 899999100029, IDENTITY_MISMATCH"
    })
    void the_professional_must_be_known_as_each_whom_caller_and_device_named(String ids, LoginProblem refusal) {
        if (refusal == null) {
            assertDoesNotThrow(() -> expecting(ids).check(DOCTOR));
        } else {
            var refused = assertThrows(PscException.class, () -> expecting(ids).check(DOCTOR));
            assertEquals(refusal, refused.problem());
        }
        assertEquals(
                Arrays.stream(ids.split(" ")).map(NationalId::new).collect(Collectors.toSet()),
                expecting(ids).people());
    }

    @Test
    void anybody_may_log_in_where_nobody_was_named() {
        assertDoesNotThrow(() -> ANY.check(DOCTOR));
        assertEquals(Set.of(), ANY.people());
    }

    @Test
    void a_session_by_another_means_or_by_one_that_nobody_knows_is_refused() {
        assertDoesNotThrow(() -> CARD.check(Optional.of(Means.CARD)));
        assertRefused(() -> CARD.check(Optional.of(Means.MOBILE)));
        assertRefused(() -> CARD.check(Optional.empty()));
        assertDoesNotThrow(() -> ANY.check(Optional.empty()));
        assertDoesNotThrow(() -> ANY.check(Optional.of(Means.MOBILE)));
        assertDoesNotThrow(() -> MOBILE.check(Optional.of(Means.MOBILE)));
        assertRefused(() -> MOBILE.check(Optional.of(Means.CARD)));
    }

    @Test
    void of_two_requests_each_counts() {
        assertEquals(CARD, ExpectedLogin.of(LoginRequest.using("ecps").requiring(Means.CARD)));
        assertEquals(CARD, CARD.and(CARD));
        assertEquals(CARD, ANY.and(CARD));
        assertEquals(CARD, CARD.and(ANY));
        assertRefused(() -> CARD.and(MOBILE).check(Optional.of(Means.CARD)));
        assertRefused(() -> CARD.and(MOBILE).check(Optional.of(Means.MOBILE)));
    }

    @Test
    void the_means_is_the_one_that_psc_says_and_that_of_the_device_only_where_psc_says_nothing() {
        assertEquals(
                Optional.of(Means.MOBILE),
                ExpectedLogin.used(Optional.of(Means.MOBILE.name()), Optional.of(Means.CARD)));
        assertEquals(Optional.of(Means.CARD), ExpectedLogin.used(Optional.empty(), Optional.of(Means.CARD)));
        assertEquals(Optional.of(Means.MOBILE), ExpectedLogin.used(Optional.of(" "), Optional.of(Means.MOBILE)));
        assertEquals(Optional.empty(), ExpectedLogin.used(Optional.empty(), Optional.empty()));
    }

    @Test
    void a_ticket_keeps_all_that_the_login_is_checked_against() throws Exception {
        assertEquals(ON_DEVICE, TicketContent.read(ON_DEVICE.toTicket()));
        assertEquals(IN_BROWSER, TicketContent.read(IN_BROWSER.toTicket()));
        assertEquals("TicketContent[****]", ON_DEVICE.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "login-1, login/1",
        "cps, 'c p s'",
        "CARD, ANOTHER",
        "2026, tomorrow",
        "42, ab",
        "899999100011, ?",
        "people, persons",
        "{, [",
        "{, '{\"more\":1,'",
        "}}, '}}}'"
    })
    void a_ticket_that_this_version_did_not_write_resumes_no_login(String written, String other) {
        var lines = content(ON_DEVICE.toTicket()).replace(written, other);
        var refusal = assertThrows(PscException.class, () -> TicketContent.read(ticket(lines)));

        assertEquals(LoginProblem.LOGIN_NOT_WAITING, refusal.problem());
        assertEquals(null, refusal.getCause());
    }

    private static String content(LoginTicket ticket) {
        var sealed = Base64.getUrlDecoder().decode(ticket.value().substring("psc1.".length()));
        return new String(sealed, 0, sealed.length - Integer.BYTES, StandardCharsets.UTF_8);
    }

    private static LoginTicket ticket(String lines) {
        var content = lines.getBytes(StandardCharsets.UTF_8);
        var sum = new CRC32();
        sum.update(content);
        var sealed =
                ByteBuffer.allocate(content.length + Integer.BYTES).put(content).putInt((int) sum.getValue());
        return new LoginTicket("psc1." + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.array()));
    }
}

package io.github.pscsdk.workstation.internal.login;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.Channel;
import io.github.pscsdk.api.LoginTicket;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody logs in by another means than the one required, not even by a ticket. */
class RequiredMeansTest {
    private static final RequiredMeans ANY = RequiredMeans.of(Optional.empty());
    private static final RequiredMeans CARD = RequiredMeans.of(Optional.of(Means.CARD));
    private static final RequiredMeans MOBILE = RequiredMeans.of(Optional.of(Means.MOBILE));

    private static final TicketContent ON_DEVICE = new TicketContent(
            "login-1",
            "cps",
            Optional.of(Channel.CARD),
            Instant.parse("2026-11-24T10:00:00Z"),
            Optional.of(new BindingMessage("42")),
            Set.of(new NationalId("899999100011"), new NationalId("0999999999")),
            CARD.and(MOBILE));
    private static final TicketContent IN_BROWSER = new TicketContent(
            "login-1",
            "browser",
            Optional.empty(),
            Instant.parse("2026-11-24T10:00:00Z"),
            Optional.empty(),
            Set.of(),
            ANY);

    private static void assertRefused(Executable check) {
        var refusal = assertThrows(PscException.class, check);
        assertEquals(LoginProblem.MEANS_NOT_ACCEPTED, refusal.problem());
    }

    @Test
    void a_session_by_another_means_or_by_one_that_nobody_knows_is_refused() {
        assertDoesNotThrow(() -> CARD.checkSession(Optional.of(Means.CARD)));
        assertRefused(() -> CARD.checkSession(Optional.of(Means.MOBILE)));
        assertRefused(() -> CARD.checkSession(Optional.empty()));
        assertDoesNotThrow(() -> ANY.checkSession(Optional.empty()));
        assertDoesNotThrow(() -> ANY.checkSession(Optional.of(Means.MOBILE)));
    }

    @Test
    void a_device_that_cannot_satisfy_the_host_does_not_ring() {
        assertDoesNotThrow(() -> CARD.checkBeforeAsking(Channel.CARD));
        assertRefused(() -> CARD.checkBeforeAsking(Channel.MOBILE));
        assertDoesNotThrow(() -> MOBILE.checkBeforeAsking(Channel.MOBILE));
        assertRefused(() -> MOBILE.checkBeforeAsking(Channel.CARD));
    }

    @Test
    void of_two_requests_each_counts() {
        assertEquals(CARD, RequiredMeans.of(Optional.of(Means.CARD)));
        assertEquals(CARD, CARD.and(CARD));
        assertEquals(CARD, ANY.and(CARD));
        assertEquals(CARD, CARD.and(ANY));
        assertRefused(() -> CARD.and(MOBILE).checkSession(Optional.of(Means.CARD)));
        assertRefused(() -> CARD.and(MOBILE).checkSession(Optional.of(Means.MOBILE)));
    }

    @Test
    void the_means_is_the_one_that_psc_says_and_that_of_the_device_only_where_psc_says_nothing() {
        assertEquals(
                Optional.of(Means.MOBILE),
                RequiredMeans.used(Optional.of(Means.MOBILE.name()), Optional.of(Channel.CARD)));
        assertEquals(Optional.of(Means.CARD), RequiredMeans.used(Optional.empty(), Optional.of(Channel.CARD)));
        assertEquals(Optional.of(Means.MOBILE), RequiredMeans.used(Optional.of(" "), Optional.of(Channel.MOBILE)));
        assertEquals(Optional.empty(), RequiredMeans.used(Optional.empty(), Optional.empty()));
    }

    @Test
    void a_ticket_keeps_all_that_the_login_is_checked_against() throws Exception {
        assertEquals(ON_DEVICE, TicketContent.read(ON_DEVICE.toTicket()));
        assertEquals(IN_BROWSER, TicketContent.read(IN_BROWSER.toTicket()));
        assertEquals("TicketContent[****]", ON_DEVICE.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "login-1\ncps\nCARD\n2026-11-24T10:00:00Z\n42\n899999100011",
                "login-1\ncps\nCARD\n2026-11-24T10:00:00Z\n42\n899999100011\n\n",
                "login-1\ncps\nANOTHER\n2026-11-24T10:00:00Z\n42\n899999100011\n",
                "login-1\ncps\nCARD\ntomorrow\n42\n899999100011\n",
                "login-1\ncps\nCARD\n2026-11-24T10:00:00Z\nab\n899999100011\n",
                "login-1\ncps\nCARD\n2026-11-24T10:00:00Z\n42\n?\n"
            })
    void a_ticket_that_this_version_did_not_write_resumes_no_login(String lines) {
        var refusal = assertThrows(PscException.class, () -> TicketContent.read(ticket(lines)));

        assertEquals(LoginProblem.LOGIN_NOT_WAITING, refusal.problem());
        assertEquals(null, refusal.getCause());
    }

    private static LoginTicket ticket(String lines) {
        var content = lines.getBytes(StandardCharsets.UTF_8);
        var sum = new CRC32();
        sum.update(content);
        var sealed =
                ByteBuffer.allocate(content.length + Integer.BYTES).put(content).putInt((int) sum.getValue());
        return LoginTicket.parse(
                "psc1." + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.array()));
    }
}

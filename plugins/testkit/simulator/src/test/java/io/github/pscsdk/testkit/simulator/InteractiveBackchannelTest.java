package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class InteractiveBackchannelTest extends WithInteractiveSimulator {
    private static final String DOCTOR = "899999100029";

    private String start(String nationalId, String channel) throws Exception {
        var request = Caller.backchannel(nationalId);
        request.put("channel", channel);
        return caller.post("ext/ciba/auth", request).assertOk().text("auth_req_id");
    }

    private Answer poll(String id) throws Exception {
        clock.advance(Duration.ofSeconds(15));
        return caller.poll(id);
    }

    @Test
    void stays_pending_until_the_phone_confirms() throws Exception {
        var id = start(DOCTOR, "MOBILE");
        poll(id).assertRefused(400, "authorization_pending");
        var phone = open("/phone");

        visitor.submit(phone, "number", "07");

        assertTrue(phone.response().body().contains("<h2>" + Caller.ID + "</h2>"), "names the service");
        assertEquals("07", Visitor.number(phone));
        assertEquals(
                "MOBILE",
                poll(id).assertOk().claims("id_token").path("authMode").asText());
    }

    @Test
    void stays_pending_until_the_card_has_its_code() throws Exception {
        var id = start(DOCTOR, "CARD");
        poll(id).assertRefused(400, "authorization_pending");
        assertFalse(open("/phone").response().body().contains("<form"), "not on the phone");

        visitor.submit(open("/cps-gestion"), "code", "9999");

        assertEquals(
                "CARD", poll(id).assertOk().claims("id_token").path("authMode").asText());
    }

    @Test
    void a_refusal_on_the_phone_reaches_the_client() throws Exception {
        var id = start(DOCTOR, "MOBILE");

        visitor.submit(open("/phone"), "refuse", "yes");

        poll(id).assertRefused(400, "access_denied");
    }

    @Test
    void three_wrong_codes_block_the_card_and_refuse() throws Exception {
        var id = start(DOCTOR, "CARD");

        for (var left : new int[] {2, 1}) {
            var tried = visitor.submit(open("/cps-gestion"), "code", "0000");
            assertTrue(tried.response().body().contains("Essais restants\u00A0: " + left));
        }
        var blocked = visitor.submit(open("/cps-gestion"), "code", "0000");

        assertTrue(blocked.response().body().contains("la carte simulée est bloquée"));
        poll(id).assertRefused(400, "access_denied");
        start(DOCTOR, "CARD");
        assertFalse(open("/cps-gestion").response().body().contains("type=\"password\""), "takes no more codes");
    }

    @Test
    void what_is_no_code_is_not_tried() throws Exception {
        start(DOCTOR, "CARD");

        var tried = visitor.submit(open("/cps-gestion"), "code", "12345");

        var body = tried.response().body();
        var field = Visitor.find(body, "(<input id=\"code-[^>]*>)").get(0);
        var problem = Visitor.find(field, "aria-describedby=\"(problem-[^ ]+) ").get(0);
        assertTrue(field.contains(" aria-invalid=\"true\""), field);
        assertTrue(
                body.contains("id=\"" + problem + "\"><p class=\"problem\" role=\"alert\">Le code porteur a quatre"));
        assertTrue(tried.response().body().contains("Essais restants\u00A0: 3"));
    }

    @Test
    void nobody_in_time_expires() throws Exception {
        var id = start(DOCTOR, "MOBILE");
        var phone = open("/phone");
        clock.advance(Duration.ofSeconds(120));

        var late = visitor.submit(phone, "number", "07");

        assertTrue(late.response().body().contains("Cette demande n’attend plus."));
        caller.poll(id).assertRefused(400, "expired_token");
    }

    @Test
    void a_persona_that_runs_into_something_else_does_so_by_itself() throws Exception {
        poll(start("899999100045", "MOBILE")).assertRefused(400, "access_denied");
        poll(start("899999100060", "MOBILE")).assertRefused(400, "authorization_pending");

        assertFalse(open("/phone").response().body().contains("<form"));
    }

    @Test
    void slows_down_once_and_then_waits_for_the_phone() throws Exception {
        var id = start("899999100078", "MOBILE");
        poll(id).assertRefused(400, "slow_down");
        poll(id).assertRefused(400, "authorization_pending");

        visitor.submit(open("/phone"), "number", "07");

        poll(id).assertOk();
    }
}

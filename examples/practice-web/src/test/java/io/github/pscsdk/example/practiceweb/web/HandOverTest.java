package io.github.pscsdk.example.practiceweb.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.pscsdk.example.practiceweb.lab.PageResponse;
import io.github.pscsdk.example.practiceweb.lab.PracticeLab;
import io.github.pscsdk.example.practiceweb.lab.Visitor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the preview to the form's API, and what is shown where that fails. */
class HandOverTest {
    /** In the form's place. */
    private static HttpServer otherForm;

    private static PracticeLab handingOverThere;
    private static Function<HttpExchange, Said> answers;

    private final PracticeLab lab = PracticeLab.shared();
    private final Visitor visitor = new Visitor();

    @BeforeAll
    static void start() throws Exception {
        otherForm = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        otherForm.createContext("/declarations", exchange -> {
            try (exchange) {
                var said = answers.apply(exchange);
                var bytes = said.body().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(said.status(), bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        otherForm.start();
        handingOverThere = PracticeLab.handingOverTo(
                URI.create("http://127.0.0.1:" + otherForm.getAddress().getPort()));
    }

    @AfterAll
    static void stop() {
        handingOverThere.close();
        otherForm.stop(0);
    }

    @Test
    void the_form_keeps_the_declaration_and_the_application_does_not() throws Exception {
        var handedOver = handOver(lab, preview(lab));
        assertTrue(handedOver.location().getPath().matches("/receipt/SF-\\d{4}-\\d{7}"), handedOver::toString);

        lab.restart();
        lab.logIn(visitor);

        var receipt = visitor.get(handedOver.location());
        assertEquals(200, receipt.status());
        assertTrue(receipt.text().contains("Entrée par la cour"), receipt.text());
    }

    @Test
    void a_form_out_of_order_leaves_the_preview_with_the_remedy_and_the_same_key() throws Exception {
        var preview = preview(handingOverThere);
        answers = exchange -> {
            throw new IllegalStateException("out of order");
        };

        var failed = handOver(handingOverThere, preview);

        assertEquals(503, failed.status());
        assertTrue(failed.text().contains("<title>Remise non confirmée – Aperçu"), failed.text());
        assertTrue(failed.text().contains("<h2 id=\"failed\">Le service appelé est indisponible.</h2>"));
        assertTrue(failed.text().contains("<li>Votre travail est conservé."), failed.text());
        assertTrue(failed.text().contains("PSC-025"), failed.text());
        assertFalse(failed.text().contains("Rien n’est encore remis"), failed.text());
        assertEquals(preview.hidden(), failed.hidden());
    }

    @Test
    void what_may_have_been_taken_before_the_session_ended_is_handed_over_under_the_same_key_after_it()
            throws Exception {
        var keys = new CopyOnWriteArrayList<String>();
        var preview = preview(handingOverThere);
        answers = exchange -> {
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            if (keys.size() == 1) {
                throw new IllegalStateException("the answer is lost");
            }
            return new Said(201, "{\"receipt\":{\"number\":\"SF-2030-0000001\"}}");
        };
        var failed = handOver(handingOverThere, preview);
        handingOverThere.clock().advance(Duration.ofMinutes(30));

        var late = handOver(handingOverThere, failed);

        assertEquals(handingOverThere.page("/session-over?form=kept-tried"), late.location());
        var over = visitor.follow(late);
        assertTrue(over.text().contains("elle l’est peut-être"), over.text());
        assertFalse(over.text().contains("Rien n’"), over.text());
        var again = preview(handingOverThere);
        assertTrue(again.text().contains("elle l’est peut-être"), again.text());
        assertFalse(again.text().contains("Rien n’"), again.text());
        assertEquals(303, handOver(handingOverThere, again).status());
        assertEquals(List.of(keys.get(0), keys.get(0)), keys);
    }

    @Test
    void what_may_have_been_taken_is_corrected_under_the_same_key() throws Exception {
        var preview = preview(handingOverThere);
        answers = exchange -> new Said(500, "{}");
        var failed = handOver(handingOverThere, preview);

        var form = visitor.post(handingOverThere.page("/declaration"), failed.hidden());
        var judged = visitor.post(handingOverThere.page("/declaration"), form.hidden());

        assertEquals(preview.hidden().get("key"), judged.hidden().get("key"));
    }

    @Test
    void where_another_version_was_taken_it_is_said_and_this_one_has_another_key() throws Exception {
        var preview = preview(handingOverThere);
        answers = exchange -> new Said(409, "{\"error\":\"conflict\"}");

        var refused = handOver(handingOverThere, preview);

        assertEquals(409, refused.status());
        assertTrue(refused.text().contains("est peut-être déjà remise"), refused.text());
        assertFalse(refused.text().contains("Rien n’"), refused.text());
        assertNotEquals(preview.hidden().get("key"), refused.hidden().get("key"));
    }

    @Test
    void nothing_is_handed_over_without_a_key() throws Exception {
        var fields = preview(lab).hiddenAnd(Map.of("key", "none"));

        var preview = visitor.post(lab.page("/declaration/hand-over"), fields);

        assertEquals(200, preview.status());
        assertTrue(preview.text().contains("Rien n’est encore remis"), preview.text());
    }

    @Test
    void a_refused_token_exchange_is_a_matter_for_the_vendor() throws Exception {
        var preview = preview(lab);
        lab.simulator().turn("fault-api-token", "403");

        var failed = handOver(lab, preview);

        assertTrue(failed.text().contains("PSC-044"), failed.text());
        lab.simulator().resetDials();
        assertEquals(303, handOver(lab, failed).status(), "the button of the page tries again");
    }

    @Test
    void a_session_that_pro_sante_connect_has_ended_keeps_what_was_typed() throws Exception {
        var preview = preview(lab);
        lab.simulator().endSessions();
        lab.clock().advance(Duration.ofMinutes(3));

        var late = handOver(lab, preview);

        assertEquals(lab.page("/session-over?form=kept-tried"), late.location());
        lab.logIn(visitor);
        assertTrue(visitor.get(lab.page("/declaration")).text().contains("Entrée par la cour"));
    }

    @Test
    void what_only_the_form_finds_wrong_stands_at_its_field() throws Exception {
        var asked = new AtomicReference<String>();
        answers = exchange -> {
            asked.set(exchange.getRequestHeaders().getFirst("Authorization"));
            return new Said(
                    422,
                    "{\"findings\":[{\"rule\":\"V-TEL\",\"severity\":\"E\",\"field\":\"offers[0].phone\","
                            + "\"fr\":\"Ce numéro n’existe plus.\",\"en\":\"No such number any more.\"}]}");
        };

        var page = handOver(handingOverThere, preview(handingOverThere));

        assertEquals(422, page.status());
        assertTrue(page.text().contains("Ce numéro n’existe plus."), page.text());
        assertTrue(page.text().contains("<li><a href=\"#offers-0-phone\">Téléphone de rendez-vous</a>"), page.text());
        assertTrue(asked.get().startsWith("Bearer "), "with a token of the exchange");
    }

    @Test
    void a_token_that_the_form_refuses_is_replaced_and_the_same_is_sent_once_more() throws Exception {
        var asked = new CopyOnWriteArrayList<List<String>>();
        answers = exchange -> {
            var headers = exchange.getRequestHeaders();
            asked.add(List.of(headers.getFirst("Authorization"), headers.getFirst("Idempotency-Key")));
            return asked.size() == 1
                    ? new Said(401, "{}")
                    : new Said(201, "{\"receipt\":{\"number\":\"SF-2030-0000001\"}}");
        };

        var handedOver = handOver(handingOverThere, preview(handingOverThere));

        assertEquals(handingOverThere.page("/receipt/SF-2030-0000001"), handedOver.location());
        assertEquals(2, asked.size());
        assertNotEquals(asked.get(0).get(0), asked.get(1).get(0), "another token");
        assertEquals(asked.get(0).get(1), asked.get(1).get(1), "the same key");
    }

    @ParameterizedTest
    @CsvSource({"401, '{}', PSC-044", "500, '{}', PSC-025", "201, not JSON, PSC-025", "201, '{}', PSC-025"})
    void an_answer_that_settles_nothing_has_a_remedy(int status, String body, String code) throws Exception {
        answers = exchange -> new Said(status, body);

        var failed = handOver(handingOverThere, preview(handingOverThere));

        assertTrue(failed.text().contains(code), failed.text());
    }

    private PageResponse preview(PracticeLab lab) throws Exception {
        lab.logIn(visitor);
        var form = visitor.get(lab.page("/declaration"));
        var typed = Map.of(
                "offers[0].kind", "vaccination",
                "offers[0].appointment", "none",
                "offers[0].details", "Entrée par la cour",
                "place.name", "Pharmacie Imaginaire",
                "place.street", "rue des Essais",
                "place.postcode", "21850",
                "place.town", "Ville-Test");
        return visitor.post(lab.page("/declaration/preview"), form.hiddenAnd(typed));
    }

    private PageResponse handOver(PracticeLab lab, PageResponse page) throws Exception {
        return visitor.post(lab.page("/declaration/hand-over"), page.hidden());
    }

    private record Said(int status, String body) {}
}

package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.santefr.web.Visitor.Page;
import io.github.pscsdk.testkit.simulator.SimulatorBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person goes the whole way, on the login page and on the device. */
class PlayedByAPersonTest {
    private static final Pattern NUMBER = Pattern.compile("class=\"number\"><span>(\\d\\d)");

    private final Visitor visitor = new Visitor();

    @AutoClose
    private final WebLab lab;

    PlayedByAPersonTest(@TempDir Path folder) throws Exception {
        lab = WebLab.with(folder, SimulatorBuilder::interactive);
    }

    @Test
    void with_the_phone() throws Exception {
        var waiting = choose("MOBILE");
        var shown = NUMBER.matcher(waiting.text());
        assertTrue(shown.find(), waiting.text());

        answer("/phone", Map.of("number", shown.group(1)));
        var me = visitor.follow(visitor.get(waiting.address()));

        assertEquals(lab.page("/me"), me.address());
        assertTrue(me.text().contains("<dd>e-CPS</dd>"), me.text());
    }

    @Test
    void with_the_card() throws Exception {
        var waiting = choose("CARD");

        answer("/cps-gestion", Map.of("code", "1234"));
        var me = visitor.follow(visitor.get(waiting.address()));

        assertEquals(lab.page("/me"), me.address());
        assertTrue(me.text().contains("<dd>Carte CPS</dd>"), me.text());
    }

    @Test
    void cancelling_on_the_login_page_comes_back_to_a_page_that_says_so() throws Exception {
        var choice = visitor.follow(visitor.get(lab.page("/login")));
        var visit = choice.fields().get("visit");

        var page = visitor.follow(visitor.get(choice.address().resolve("/login/return?visit=" + visit)));

        assertEquals(403, page.status());
        assertTrue(page.text().contains("PSC-001"), page.text());
    }

    /** The login page that waits for the device. */
    private Page choose(String channel) throws Exception {
        var choice = visitor.follow(visitor.get(lab.page("/login")));
        var fields = new HashMap<>(choice.fields());
        fields.put("channel", channel);
        fields.put("identifier", "899999100011");
        return visitor.follow(visitor.post(choice.address(), fields));
    }

    private void answer(String device, Map<String, String> answer) throws Exception {
        var address = URI.create(lab.simulator.pages() + device);
        var fields = new HashMap<>(visitor.get(address).fields());
        fields.putAll(answer);
        assertEquals(303, visitor.post(address, fields).status());
    }
}

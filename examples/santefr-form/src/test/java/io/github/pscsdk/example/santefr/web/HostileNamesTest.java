package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.professional.CodedValue;
import io.github.pscsdk.api.professional.Contact;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.PostalAddress;
import io.github.pscsdk.api.professional.Practice;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.api.professional.Structure;
import io.github.pscsdk.api.professional.Workplace;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.LocalizedText;
import io.github.pscsdk.example.declaration.rules.Eligibility.Rights;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A directory entry is what somebody typed: whatever it holds, it is text. */
class HostileNamesTest {
    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String BREAKOUT = "\"><img src=x onerror=alert(1)>'";

    @Test
    void a_name_or_an_address_with_markup_is_shown_as_text() {
        var refusal = Optional.of(new LocalizedText(SCRIPT, SCRIPT));
        var rights = new Rights(LocalDate.EPOCH, Set.of(), refusal);
        var page = frame("me.title", "/me").around("me", Map.of("session", session(), "rights", rights));

        assertFalse(page.contains("<script>"), page);
        assertFalse(page.contains("<img src=x"), page);
        assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; " + "&lt;script&gt;"), page);
    }

    @Test
    void an_address_of_the_page_cannot_leave_its_link() {
        var page = frame("home.title", "/" + BREAKOUT).around("home", Map.of("notice", Optional.empty()));

        assertFalse(page.contains("<img src=x"), page);
    }

    private static Frame frame(String title, String here) {
        var site = new Frame.Site(
                URI.create("https://form.example"),
                PscEnvironment.custom(URI.create("https://psc.example"), URI.create("https://psc.example/auth")));
        return new Frame(site, Language.FRENCH, title, here, true, Optional.of(session()), false);
    }

    private static PscSession session() {
        return new PscSession(
                SessionId.draw(),
                "form",
                hostile(),
                Optional.of(SCRIPT),
                Optional.empty(),
                Set.of(),
                "",
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private static Professional hostile() {
        var text = Optional.of(SCRIPT + BREAKOUT);
        var code = Optional.of(new CodedValue(SCRIPT, SCRIPT + BREAKOUT));
        var structure = new Structure(text, text, text, text, text, text, text, text);
        var address = new PostalAddress(text, text, text, text, text, text, text, text, text, text, text, text);
        var workplace = new Workplace(
                code, code, code, code, code, structure, address, new Contact(text, text, text, text), text);
        var practice = new Practice(code.get(), code, code, text, text, code, code, List.of(workplace));
        return new Professional(
                new NationalId("899999100011"), SCRIPT, List.of(SCRIPT), code, List.of(), List.of(practice));
    }
}

package io.github.pscsdk.example.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.example.desktop.display.OnDisplay;
import io.github.pscsdk.example.desktop.lab.Lab;
import io.github.pscsdk.testkit.card.CardInHand;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.card.VirtualReaders;
import io.github.pscsdk.testkit.persona.Personas;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two people at one workstation: with two cards, or with one browser in which Pro Santé Connect has a session. */
@OnDisplay
@Timeout(180)
class SharedWorkstationIT {
    private static final String TERMINALS = "javax.smartcardio.TerminalFactory.DefaultType";
    private static final String READER = "Desk";
    private static final NationalId NEXT = new NationalId("899999100029");
    private static final String FORMER_NAME = "FICTIVE-MORTIER";
    private static final String TYPED = "Entrée par la cour.";
    private static final Pattern CODE = Pattern.compile(">(\\d{3}) (\\d{3})<");

    @TempDir
    private Path folder;

    private final HttpClient browser = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .cookieHandler(new CookieManager())
            .build();
    private final BlockingQueue<String> pages = new LinkedBlockingQueue<>();

    @Test
    void another_card_opens_nothing_and_its_holder_finds_nothing_of_the_former_person() throws Exception {
        System.setProperty(TERMINALS, VirtualReaders.TYPE);
        try (var readers = VirtualReaders.named(READER).install()) {
            var card = CardInHand.at(
                    readers, READER, VirtualCard.cps3(Personas.PHARMACIST).build());
            try (var lab = Lab.in(folder, builder -> builder.interactive().cardInHand(card));
                    var person = Person.starting(Settings.forQa(folder, lab, "cps"))) {
                assertTrue(card.insert());
                logInByCard(person, lab);
                person.types("place.complement", TYPED);

                card.remove();
                person.sees("locked");
                readers.reader(READER).insert(VirtualCard.cps3(NEXT).build());
                person.clicks("lock.again");
                logInByCard(person, lab);

                assertEquals("", person.value("place.complement"));
                assertFalse(person.words().stream().anyMatch(words -> words.contains(FORMER_NAME)));
            }
        } finally {
            System.clearProperty(TERMINALS);
        }
    }

    private static void logInByCard(Person person, Lab lab) {
        person.clicks("login.start").sees("login.digits");
        lab.simulator().cpsGestion().enterCode(VirtualCard.CODE.toCharArray());
        person.sees("session.who");
    }

    @Test
    void in_one_browser_the_next_person_is_not_the_former_one_and_a_logout_elsewhere_is_seen_at_once()
            throws Exception {
        try (var lab = Lab.in(folder)) {
            try (var person = start(lab)) {
                lab.simulator().browserPersona(NEXT);
                logInByBrowser(person);
                assertFalse(person.words().stream().anyMatch(words -> words.contains(FORMER_NAME)));

                person.clicks("sign-out").sees("login.start");
                lab.simulator().browserPersona(Personas.PHARMACIST);
                logInByBrowser(person);
                assertTrue(person.words().stream().anyMatch(words -> words.contains(FORMER_NAME)));
            }
            // The program has ended without logout: the browser still has the session of the former person.
            lab.simulator().browserPersona(NEXT);
            lab.simulator().turn("prompt", "ANYBODY");
            try (var person = start(lab)) {
                logInByBrowser(person);
                assertFalse(person.words().stream().anyMatch(words -> words.contains(FORMER_NAME)));

                person.types("place.complement", TYPED);
                lab.simulator().turn("logout-asks", "false");
                open(URI.create(lab.simulator().issuer() + "/protocol/openid-connect/logout"));
                person.sees("login.start");
                assertFalse(person.isShowing("form.hand-over"));
                assertFalse(person.isShowing("place.complement"));
            }
        }
    }

    private Person start(Lab lab) throws Exception {
        return Person.starting(
                Settings.forQa(folder, lab, "ecps/browser"), client -> client.browser(page -> pages.add(open(page))));
    }

    private void logInByBrowser(Person person) throws Exception {
        person.clicks("login.start").sees("code.field");
        var code = CODE.matcher(pages.poll(1, TimeUnit.MINUTES));
        assertTrue(code.find());
        person.types("code.field", code.group(1) + " " + code.group(2)).clicks("code.go");
        person.sees("session.who");
    }

    private String open(URI page) {
        try {
            return browser.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

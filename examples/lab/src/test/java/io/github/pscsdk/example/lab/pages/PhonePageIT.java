package io.github.pscsdk.example.lab.pages;

import static io.github.pscsdk.testkit.chromium.Role.BUTTON;
import static io.github.pscsdk.testkit.chromium.Role.LINK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.testkit.chromium.Browser;
import io.github.pscsdk.testkit.chromium.InChromium;
import io.github.pscsdk.testkit.simulator.Dial;
import io.github.pscsdk.testkit.simulator.Endpoint;
import io.github.pscsdk.testkit.simulator.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The e-CPS telephone, in a tab of its own. */
@InChromium
class PhonePageIT {
    @AutoClose
    private final VendorSite site = VendorSite.start();

    private Person person;

    PhonePageIT() throws Exception {}

    @BeforeEach
    void sitDown(Browser browser) {
        person = Person.at(site, browser);
    }

    @Test
    void whoever_finds_the_number_of_the_login_page_on_the_phone_is_logged_in(Browser browser) {
        var login = browser.open(site.address());
        login.screenshot("login");
        Person.askForPhone(login, Person.PHARMACIST);
        var number = Person.number(login);
        login.screenshot("number");

        login.find(LINK, "Ouvrir le téléphone").press();
        var phone = browser.opened("phone");
        phone.find(BUTTON, "Choisir " + number).await();
        browser.resize(420, 900);
        phone.screenshot("phone");
        phone.find(BUTTON, "Choisir " + number).press();

        phone.awaitText("Connexion confirmée.");
        phone.awaitText("Demandes en attente : 0");
        login.awaitText("Bonjour FICTIVE-MORTIER par MOBILE");
    }

    @Test
    void a_service_that_takes_its_time_over_whoever_comes_back_is_waited_for(Browser browser) {
        site.simulator().dials().turn(Dial.fault(Endpoint.TOKEN), new Fault.Delay(Duration.ofSeconds(4)));
        var login = browser.open(site.address());
        Person.askForPhone(login, Person.PHARMACIST);
        var number = Person.number(login);

        person.phone().find(BUTTON, "Choisir " + number).press();

        login.awaitText("Bonjour FICTIVE-MORTIER par MOBILE");
    }

    @Test
    void a_login_refused_on_the_phone_comes_back_to_the_vendor_as_refused(Browser browser) {
        var login = browser.open(site.address());
        Person.askForPhone(login, Person.DOCTOR);
        Person.number(login);

        var phone = person.phone();
        phone.find(BUTTON, "Refuser").press();

        phone.awaitText("Connexion refusée.");
        login.awaitText("La connexion a été refusée.");
        login.find(LINK, "Revenir au service").press();
        login.awaitText("Problème PSC-001");
    }

    @Test
    void another_number_than_that_of_the_login_page_refuses_the_login(Browser browser) {
        var login = browser.open(site.address());
        Person.askForPhone(login, Person.DOCTOR);
        var number = Person.number(login);
        var phone = person.phone();
        var offered = phone.find(BUTTON, "Choisir").names();
        assertEquals(3, offered.size());
        assertTrue(offered.contains("Choisir " + number));

        var wrong = offered.stream().filter(other -> !other.endsWith(number)).findFirst();
        phone.find(BUTTON, wrong.orElseThrow()).press();

        phone.awaitText("Ce n’était pas le bon nombre : la connexion est refusée.");
        login.awaitText("La connexion a été refusée.");
    }

    @Test
    void a_request_over_the_back_channel_comes_by_itself_to_the_open_phone_and_is_confirmed_there(Browser browser)
            throws Exception {
        var phone = person.phone();
        phone.awaitText("Demandes en attente : 0");

        var login = ask("07");
        phone.awaitText("Demandes en attente : 1");
        phone.awaitText("07");
        phone.find(BUTTON, "Confirmer").press();

        assertEquals("FICTIF-DESSAI", outcome(login).professional().familyName());
        phone.awaitText("Connexion confirmée.");
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void a_request_over_the_back_channel_refused_on_the_phone_is_refused() throws Exception {
        var phone = person.phone();
        var login = ask("42");

        phone.find(BUTTON, "Refuser").press();

        var failure = assertThrows(ExecutionException.class, () -> outcome(login));
        assertEquals("PSC-001", ((PscException) failure.getCause()).problem().code());
    }

    private CompletionStage<PscSession> ask(String digits) throws Exception {
        var doctor = BackchannelRequest.onMobile(new NationalId(Person.DOCTOR));
        return RelyingParty.await(site.psc().beginBackchannelLogin(doctor, new BindingMessage(digits)))
                .outcome();
    }

    private static PscSession outcome(CompletionStage<PscSession> login) throws Exception {
        return login.toCompletableFuture().get(60, TimeUnit.SECONDS);
    }
}

package io.github.pscsdk.example.lab.pages;

import static io.github.pscsdk.testkit.chromium.Role.BUTTON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.testkit.chromium.Browser;
import io.github.pscsdk.testkit.chromium.InChromium;
import io.github.pscsdk.testkit.support.Await;
import java.util.List;
import java.util.concurrent.CompletionStage;
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
    void a_service_that_takes_its_time_over_whoever_comes_back_is_waited_for(Browser browser) {
        // The page looks every second whether the phone has answered.
        site.simulator().turn("fault-token", "PT2S");
        var login = browser.open(site.address());
        Person.askForPhone(login, Person.PHARMACIST);
        var number = Person.number(login);

        person.phone().find(BUTTON, "Choisir " + number).press();

        login.awaitText("Bonjour FICTIVE-MORTIER par MOBILE");
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

        var session = Await.outcome("the login has ended", login);
        assertEquals("FICTIF-DESSAI", session.professional().familyName());
        phone.awaitText("Connexion confirmée.");
        assertEquals(List.of(), browser.complaints());
    }

    private CompletionStage<PscSession> ask(String digits) throws Exception {
        var doctor = BackchannelRequest.onMobile(new NationalId(Person.DOCTOR));
        return RelyingParty.await(() -> site.psc().beginBackchannelLogin(doctor, new BindingMessage(digits)))
                .outcome();
    }
}

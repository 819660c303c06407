package io.github.pscsdk.example.lab.pages;

import static io.github.pscsdk.testkit.chromium.Role.BUTTON;
import static io.github.pscsdk.testkit.chromium.Role.CHOICE;
import static io.github.pscsdk.testkit.chromium.Role.FIELD;

import io.github.pscsdk.testkit.chromium.Browser;
import io.github.pscsdk.testkit.chromium.Tab;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * What a person does at the login page and on the devices; the only place that knows the words of those pages in French.
 *
 * @param browser their browser
 * @param devices the origin of the simulator's own pages
 */
record Person(Browser browser, URI devices) {
    static final String PHARMACIST = "899999100011";
    static final String DOCTOR = "899999100029";
    static final String NURSE = "899999100037";

    private static final Pattern NUMBER = Pattern.compile("choisissez ce nombre : (\\d\\d)");
    private static final Pattern DIGITS = Pattern.compile("affiche-t-il ce nombre \\? (\\d\\d)");
    private static final Pattern CODE = Pattern.compile("\\b\\d{3} \\d{3}\\b");

    static Person at(VendorSite site, Browser browser) {
        return new Person(browser, site.simulator().pages());
    }

    Tab phone() {
        return browser.tab("phone").open(devices.resolve("/phone"));
    }

    Tab reader() {
        return browser.tab("reader").open(devices.resolve("/cps-gestion"));
    }

    Tab cockpit() {
        return browser.tab("cockpit").open(devices.resolve("/cockpit"));
    }

    /** Chooses the e-CPS on a login page, and says who they are. */
    static void askForPhone(Tab login, String identifier) {
        login.find(CHOICE, "e-CPS").press();
        say(login, identifier);
    }

    /** Chooses the card on a login page, and says who they are. */
    static void askForCard(Tab login, String identifier) {
        login.find(CHOICE, "Carte CPS").press();
        say(login, identifier);
    }

    private static void say(Tab login, String identifier) {
        login.find(FIELD, "Identifiant national").fill(identifier);
        login.find(BUTTON, "Continuer").press();
    }

    /** The number that a login page shows. */
    static String number(Tab login) {
        login.awaitText("choisissez ce nombre :");
        return NUMBER.matcher(login.text()).results().findFirst().orElseThrow().group(1);
    }

    /** The two digits that a phone shows for a request over the back channel. */
    static String digits(Tab phone) {
        phone.awaitText("affiche-t-il ce nombre ?");
        return DIGITS.matcher(phone.text()).results().findFirst().orElseThrow().group(1);
    }

    /** The six digits, in two groups, of the page at the end of a browser login. */
    static String code(Tab login) {
        login.awaitText("Saisissez ce code dans votre logiciel");
        return CODE.matcher(login.text()).results().findFirst().orElseThrow().group();
    }

    /** Types a code porteur, and sends it. */
    static void typeCode(Tab reader, String code) {
        reader.find(FIELD, "Code porteur").fill(code);
        reader.find(BUTTON, "Confirmer").press();
    }
}

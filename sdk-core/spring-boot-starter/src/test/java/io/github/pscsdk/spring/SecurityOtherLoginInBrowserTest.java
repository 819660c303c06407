package io.github.pscsdk.spring;

import static io.github.pscsdk.testkit.chromium.Role.BUTTON;
import static io.github.pscsdk.testkit.chromium.Role.FIELD;
import static io.github.pscsdk.testkit.chromium.Role.LINK;

import io.github.pscsdk.spring.SecurityOtherLoginTest.FormThenPsc;
import io.github.pscsdk.spring.SecurityOtherLoginTest.Staff;
import io.github.pscsdk.testkit.chromium.Browser;
import io.github.pscsdk.testkit.chromium.InChromium;
import io.github.pscsdk.testkit.chromium.Tab;
import io.github.pscsdk.testkit.persona.Personas;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Professionals, and staff with a form of user name and password, in one real browser, with the starter's own pages: no page that they meet is a dead end. */
@InChromium
class SecurityOtherLoginInBrowserTest {
    private static final String FIRST_PAGE = "Welcome";
    private static final String SIGN_IN = "Sign in";
    private static final String TO_PSC = "S'identifier avec";
    private static final String LOG_OUT = "Log out";

    /** Leaves the pages of the login to the starter. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {
        @RestController
        static class FirstPage {
            @GetMapping("/")
            String open() {
                return FIRST_PAGE + "<a href=\"/staff\">staff</a> <a href=\"/pro\">professionals</a>";
            }
        }
    }

    @Test
    void in_one_chain_the_last_login_counts_its_logout_leaves_nobody_and_a_page_of_before_leads_on(Browser browser) {
        try (var site = TestSite.of(List.of(Application.class, Staff.class, FormThenPsc.class))) {
            site.simulator().browserPersona(Personas.PHARMACIST);
            var page = browser.tab("desk");
            logInAsStaff(page, site);
            var former = browser.tab("former").open(site.page("/staff"));
            logInAsProfessional(page, site);
            assertSignIn(page.open(site.page("/staff")));

            logOut(former).find(LINK, TO_PSC).await();
            former.open(site.page("/pro")).awaitText("professional");
            logInAsStaff(page, site);
            logOut(former).find(LINK, TO_PSC).press();
            former.awaitText(FIRST_PAGE);
            logOut(former.open(site.page("/pro"))).awaitText(FIRST_PAGE);

            assertSignIn(page.open(site.page("/staff")));
        }
    }

    private static void logInAsStaff(Tab page, TestSite site) {
        page.open(site.page("/staff"));
        page.find(FIELD, "Username").fill("staff");
        page.find(FIELD, "Password").fill("not-a-secret");
        page.find(BUTTON, SIGN_IN).press();
        page.awaitText("staff").find(BUTTON, LOG_OUT).await();
    }

    private static void logInAsProfessional(Tab page, TestSite site) {
        page.open(site.page("/psc/login")).awaitText(FIRST_PAGE);
        page.find(LINK, "professionals").press();
        page.awaitText("professional").find(BUTTON, LOG_OUT).await();
    }

    private static void assertSignIn(Tab page) {
        page.find(BUTTON, SIGN_IN).await();
    }

    private static Tab logOut(Tab page) {
        page.find(BUTTON, LOG_OUT).press();
        return page;
    }
}

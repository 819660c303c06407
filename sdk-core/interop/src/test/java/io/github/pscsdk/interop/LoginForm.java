package io.github.pscsdk.interop;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.interop.Browser.Place;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;

/** The one form of a page of Keycloak's: the login, or the question that follows it. */
record LoginForm(URI action) {
    // All persons of the realm have it.
    private static final String PASSWORD = "fictif";
    private static final Pattern ACTION = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");

    static LoginForm in(Place page) {
        var action = ACTION.matcher(page.html());
        if (!action.find()) {
            throw new AssertionError("no form on the page at " + page.address().getPath());
        }
        return new LoginForm(page.address().resolve(action.group(1).replace("&amp;", "&")));
    }

    Place logIn(Browser browser, NationalId who) throws IOException, InterruptedException {
        return browser.submit(action, Map.of("username", who.value(), "password", PASSWORD, "credentialId", ""));
    }

    /** Says no to what the page asks. */
    Place decline(Browser browser) throws IOException, InterruptedException {
        return browser.submit(action, Map.of("cancel", "No"));
    }
}

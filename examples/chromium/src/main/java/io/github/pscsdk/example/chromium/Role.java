package io.github.pscsdk.example.chromium;

import org.openqa.selenium.By;

/** What a thing on a page is for a person. */
public enum Role {
    /** To be pressed. */
    BUTTON("button, input[type=submit], [role=button]"),
    /** Leads elsewhere. */
    LINK("a[href]"),
    /** To be filled. */
    FIELD("input:not([type=hidden], [type=radio], [type=checkbox], [type=submit]), textarea, select"),
    /** To be chosen, alone or among others. */
    CHOICE("input[type=radio], input[type=checkbox]"),
    /** A title over something. */
    HEADING("h1, h2, h3, h4, [role=heading]"),
    /** A part of the page that has a name. */
    REGION("[role=region], section[aria-labelledby], section[aria-label]");

    private final By candidates;

    Role(String selector) {
        candidates = By.cssSelector(selector);
    }

    By candidates() {
        return candidates;
    }
}

package io.github.pscsdk.testkit.chromium;

import java.util.function.Function;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The role of an element of a page for a person. */
public enum Role {
    /** To be pressed. */
    BUTTON("button, input[type=submit], [role=button]"),
    /** Leads elsewhere. */
    LINK("a[href]"),
    /** To be filled. */
    FIELD("input:not([type=hidden], [type=radio], [type=checkbox], [type=submit]), textarea, select"),
    /** To be chosen, alone or among others. */
    CHOICE("input[type=radio], input[type=checkbox]"),
    /** One line of a table; its name is all that stands in it. */
    ROW("tr, [role=row]", WebElement::getText),
    /** A title over something. */
    HEADING("h1, h2, h3, h4, [role=heading]"),
    /** A part of the page that has a name. */
    REGION("[role=region], section[aria-labelledby], section[aria-label]");

    private final String selector;
    private final Function<WebElement, String> naming;

    Role(String selector) {
        this(selector, WebElement::getAccessibleName);
    }

    Role(String selector, Function<WebElement, String> naming) {
        this.selector = selector;
        this.naming = naming;
    }

    String selector() {
        return selector;
    }

    By candidates() {
        return By.cssSelector(selector);
    }

    /**
     * A text as a reader compares it: on one line, and with plain spaces in place of those that French typography keeps
     * from breaking.
     */
    static String plain(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
    }

    String nameOf(WebElement element) {
        return plain(naming.apply(element));
    }
}

package io.github.pscsdk.example.practiceweb.view;

import io.github.pscsdk.diagnostic.Language;

/**
 * How to have the same page in the other language.
 *
 * @param address of the page
 * @param isForm whether it answers the page's form, which must then be sent again so that no entry is lost
 */
public record CurrentPage(String address, boolean isForm) {
    /** The id of the form that is sent again. */
    public static final String FORM = "entries";

    /** A page that can be fetched again. */
    public static CurrentPage at(String address) {
        return new CurrentPage(address, false);
    }

    /** A page that answers a form. */
    public static CurrentPage answering(String address) {
        return new CurrentPage(address, true);
    }

    /** The address in a language. */
    public String in(Language language) {
        return address + (address.indexOf('?') < 0 ? "?" : "&") + "lang=" + language.tag();
    }
}

package io.github.pscsdk.example.practiceweb.web;

import io.github.pscsdk.diagnostic.Language;
import java.util.Optional;

/**
 * How to have the same page in the other language.
 *
 * @param address of the page
 * @param isForm whether it takes the page's form, which must then be sent along so that no entry is lost
 * @param enter the key of the text of the button that Enter presses in a field of that form; empty where it has no
 *     field to type into
 */
record CurrentPage(String address, boolean isForm, Optional<String> enter) {
    /** The id of the form that is sent again. */
    static final String FORM = "entries";

    /** A page that can be fetched again. */
    static CurrentPage at(String address) {
        return new CurrentPage(address, false, Optional.empty());
    }

    /** A page with a form that takes along what was typed. */
    static CurrentPage sending(String address, Optional<String> enter) {
        return new CurrentPage(address, true, enter);
    }

    /** The address in a language. */
    String in(Language language) {
        return address + (address.indexOf('?') < 0 ? "?" : "&") + "lang=" + language.tag();
    }
}

package io.github.pscsdk.example.practiceweb.web;

import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.ModelAndView;

/** A template with what it is to show. */
final class Page {
    static final String TITLE = "page-title";
    static final String HERE = "page-here";

    private Page() {}

    /** A page at its own address; its title is the text {@code template.title}. */
    static ModelAndView of(String template, Map<String, ?> values) {
        return new ModelAndView(template, values);
    }

    /** A page at another address than the one that was asked for. */
    static ModelAndView of(String template, CurrentPage here, int status, Map<String, ?> values) {
        var page = of(template, values).addObject(HERE, here);
        page.setStatus(HttpStatusCode.valueOf(status));
        return page;
    }

    /** The same page with the text of that key as its title, which a screen reader says first. */
    static ModelAndView titled(String key, ModelAndView page) {
        return page.addObject(TITLE, key);
    }

    /** A page that says one thing: the text of that key, under its title. */
    static ModelAndView message(int status, String key) {
        return titled(key + ".title", of("message", CurrentPage.at("/"), status, Map.of("text", key)));
    }
}

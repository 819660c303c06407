package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.santefr.web.Visitor.Page;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Somebody who is logged in and has one declaration: what they do on its pages, as a browser sends it. */
final class Declarant {
    /** What makes a declaration of testing one without errors. */
    static final Map<String, String> FLAWLESS = Map.of(
            "place.postcode", "21000",
            "offers[0].tests", "RT-PCR",
            "offers[0].appointment", "none",
            "offers[0].phone", "03 45 81 04 21",
            "offers[0].hours.monday[0].from", "8h30",
            "offers[0].hours.monday[0].to", "12h30");

    private static final Pattern TYPED =
            Pattern.compile("<input type=\"text\"[^>]* name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final WebLab lab;
    final Visitor visitor;

    private Declarant(WebLab lab, Visitor visitor) {
        this.lab = lab;
        this.visitor = visitor;
    }

    static Declarant loggedIn(WebLab lab) throws Exception {
        return loggedIn(lab, new Visitor());
    }

    /** The same in that browser. */
    static Declarant loggedIn(WebLab lab, Visitor visitor) throws Exception {
        var declarant = new Declarant(lab, visitor);
        lab.logIn(declarant.visitor);
        return declarant;
    }

    Page mine() throws Exception {
        return visitor.get(lab.page("/mine"));
    }

    /** The form of a new declaration. */
    Page begin(String kind) throws Exception {
        var fields = new HashMap<>(mine().fields());
        fields.put("place", "0");
        fields.put("kind", kind);
        return post(lab.page("/mine"), fields);
    }

    /** Where it leads when the form is sent with what a person changed in it. */
    Page save(Page form, Map<String, String> changes, String action) throws Exception {
        return post(dossier("/edit"), typed(form, changes, action));
    }

    /** What a browser sends of the form. */
    static Map<String, String> typed(Page form, Map<String, String> changes, String action) {
        var fields = new HashMap<>(form.fields());
        TYPED.matcher(form.text()).results().forEach(field -> fields.put(field.group(1), field.group(2)));
        fields.putAll(changes);
        fields.put("action", action);
        return fields;
    }

    Page handOver(Page preview, boolean confirmed) throws Exception {
        return post(dossier("/hand-over"), yes(preview, confirmed));
    }

    static Map<String, String> yes(Page preview, boolean confirmed) {
        var fields = new HashMap<>(preview.fields());
        if (confirmed) {
            fields.put("confirmed", "yes");
        }
        return fields;
    }

    Page post(URI address, Map<String, String> fields) throws IOException, InterruptedException {
        return visitor.follow(visitor.post(address, fields));
    }

    /** A page of the only one in the lab. */
    URI dossier(String page) {
        return lab.page("/mine/SF-"
                + LocalDate.ofInstant(lab.clock.instant(), ZoneOffset.UTC).getYear() + "-0000001" + page);
    }
}

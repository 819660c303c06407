package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.santefr.web.Visitor.Page;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody who is logged in and has one declaration: what they do on its pages, as a browser sends it. */
final class Declarant {
    /** What makes a declaration of testing one without errors. */
    static final Map<String, String> FLAWLESS = Map.of(
            "place.postcode", "21000",
            "offers[0].tests", "RT-PCR",
            "offers[0].appointment", "none",
            "offers[0].phone", "03 45 81 04 21",
            "offers[0].hours.monday", "8h30-12h30");

    private static final Pattern TYPED = Pattern.compile(
            "<input [^>]*type=\"(?:text|tel|email|url|date)\"[^>]* name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern TICKED =
            Pattern.compile("<input type=\"(?:checkbox|radio)\" name=\"([^\"]+)\" value=\"([^\"]*)\" checked");
    private static final Pattern AREA = Pattern.compile("<textarea [^>]*name=\"([^\"]+)\"[^>]*>\\R?([^<]*)</textarea>");

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

    /** The first step of a new declaration. */
    Page begin(String kind) throws Exception {
        var fields = new HashMap<>(mine().fields());
        fields.put("place", "0");
        fields.put("kind", kind);
        return post(lab.page("/mine"), fields);
    }

    /** A step of the only declaration in the lab. */
    Page step(String step) throws Exception {
        return visitor.get(dossier("/" + step));
    }

    /** Where it leads when the form of a step is sent with what a person changed in it. */
    Page save(Page form, Map<String, ?> changes, String action) throws Exception {
        return post(dossier("/" + form.fields().get("step")), typed(form, changes, action));
    }

    /** The last step, after each of those changes was made on the step that has its field. */
    Page fill(Map<String, String> changes) throws Exception {
        for (var step : List.of("place", "offer", "hours", "contact")) {
            var form = step(step);
            var here = new HashMap<>(changes);
            here.keySet().removeIf(field -> !form.text().contains("name=\"" + field + "\""));
            save(form, here, "stay");
        }
        return step("check");
    }

    /** What a browser sends of the form. */
    static Map<String, Object> typed(Page form, Map<String, ?> changes, String action) {
        var fields = new HashMap<String, Object>(form.fields());
        Stream.of(TYPED, AREA)
                .flatMap(pattern -> pattern.matcher(form.text()).results())
                .forEach(field -> fields.put(field.group(1), ShownStep.unescaped(field.group(2))));
        TICKED.matcher(form.text())
                .results()
                .collect(Collectors.groupingBy(
                        box -> box.group(1), Collectors.mapping(box -> box.group(2), Collectors.toList())))
                .forEach(fields::put);
        fields.putAll(changes);
        fields.put("action", action);
        return fields;
    }

    Page handOver(Page check) throws Exception {
        return post(dossier("/hand-over"), check.fields());
    }

    Page post(URI address, Map<String, ?> fields) throws IOException, InterruptedException {
        return visitor.follow(visitor.post(address, fields));
    }

    /** A page of the only one in the lab. */
    URI dossier(String page) {
        return lab.page("/mine/SF-"
                + LocalDate.ofInstant(lab.clock.instant(), ZoneOffset.UTC).getYear() + "-0000001" + page);
    }
}

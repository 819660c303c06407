package io.github.pscsdk.testkit.simulator.internal.page;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A request to a page, with the texts in the reader's language and the methods to answer it. */
public record PageRequest(IncomingRequest incoming, Texts texts, Site site) {
    public boolean isForm() {
        return incoming.method().equals("POST");
    }

    public Optional<String> parameter(String name) {
        return incoming.parameters().optional(name);
    }

    String path() {
        return incoming.path();
    }

    /** Fills a template, a file without {@code .html}. <code>{{token}}</code> is the token of the page's own forms. */
    public Html part(String template, Map<String, ?> values) {
        return form(path(), template, values);
    }

    /** The same for a form that is sent elsewhere: <code>{{action}}</code> is that path. */
    public Html form(String action, String template, Map<String, ?> values) {
        var all = new LinkedHashMap<String, Object>(values);
        all.put("action", action);
        all.put("token", site.token(action));
        return Template.named(template).fill(texts, all);
    }

    public Html part(String template) {
        return part(template, Map.of());
    }

    /** The finished page with {@code main} in the frame. */
    public Reply page(int status, PageFrame frame, Html main) {
        return site.frame(this, status, frame, main);
    }

    /** The problem with the text {@code key}, to show at its field; no markup if there is none. */
    public Html problem(Optional<String> key) {
        return key.map(known -> part("problem", Map.of("text", texts.get(known))))
                .orElse(Html.NOTHING);
    }

    public Reply message(int status, String key) {
        var main = part("message", Map.of("text", texts.get(key)));
        return page(status, PageFrame.titled("message.title"), main);
    }

    /** Sends the browser to another page of this origin, by GET. */
    public Reply see(String pathAndQuery) {
        return new Reply(303, Map.of("Location", pathAndQuery, "Cache-Control", "no-store"), "");
    }

    public static Reply state(String state) {
        return new Reply(200, Map.of("Content-Type", "text/plain; charset=utf-8", "Cache-Control", "no-store"), state);
    }
}

package io.github.pscsdk.testkit.simulator.internal.page;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import java.util.List;
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

    boolean isAt(String path) {
        return incoming.path().equals(path);
    }

    List<String> links() {
        return site.links();
    }

    public String text(String key, Object... values) {
        return texts.get(key, values);
    }

    /** The token of forms that are sent to that path. */
    String token(String action) {
        return site.token(action);
    }

    /** The page of a template below {@code src/main/jte}, which takes this request, the frame and the view. */
    public Reply page(int status, PageFrame frame, String template, Object view) {
        return site.render(status, frame, template, Map.of("page", this, "frame", frame, "view", view));
    }

    public Reply message(int status, String key, Object... values) {
        return page(status, PageFrame.titled("message.title"), "page/message", text(key, values));
    }

    /** Sends the browser to another page of this origin, by GET. */
    public Reply see(String pathAndQuery) {
        return new Reply(303, Map.of("Location", pathAndQuery, "Cache-Control", "no-store"), "");
    }

    public static Reply state(String state) {
        return new Reply(200, Map.of("Content-Type", "text/plain; charset=utf-8", "Cache-Control", "no-store"), state);
    }
}

package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.santefr.web.view.Frame;
import io.github.pscsdk.example.santefr.web.view.Frame.Person;
import io.github.pscsdk.relyingparty.web.BrowserCookies;
import io.github.pscsdk.relyingparty.web.WebLogin;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One request for a page, and its answer. */
final class PageRequest implements BrowserCookies {
    private static final int LONGEST_ADDRESS = 45;

    private final Context context;
    private final PageContext site;
    private final Language language;
    private Optional<Instant> sessionEnd = Optional.empty();
    private Optional<Person> person = Optional.empty();

    private PageRequest(Context context, PageContext site, Language language) {
        this.context = context;
        this.site = site;
        this.language = language;
    }

    /** Begins the answer: its headers, and the language that the reader chose, now or earlier. */
    static PageRequest of(Context context, PageContext site) {
        site.addHeaders(context);
        var chosen = Optional.ofNullable(context.queryParam("lang")).flatMap(Language::tagged);
        var kept = Optional.ofNullable(context.cookie(site.language().name())).flatMap(Language::tagged);
        var request = new PageRequest(context, site, chosen.or(() -> kept).orElse(Language.FRENCH));
        chosen.ifPresent(language -> request.add(site.language().set(language.tag())));
        return request;
    }

    /** Every page of this answer says when the session ends. */
    void announceEnd(Instant end) {
        sessionEnd = Optional.of(end);
    }

    /** Every page of this answer names who is logged in, and has a way out. */
    void announce(Person loggedIn) {
        person = Optional.of(loggedIn);
    }

    Language language() {
        return language;
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(context.queryParam(name));
    }

    String path(String name) {
        return context.pathParam(name);
    }

    /** The query as it came. */
    String query() {
        return Optional.ofNullable(context.queryString()).orElse("");
    }

    /**
     * Where it comes from. The form listens on the loopback address, so whoever calls runs on this machine: the reverse proxy,
     * which adds the address that it sees at the end of {@code X-Forwarded-For}, or a program of this machine itself.
     */
    String address() {
        return addressOf(context);
    }

    static String addressOf(Context context) {
        var hops = String.join(",", Collections.list(context.req().getHeaders("X-Forwarded-For")));
        var last = hops.substring(hops.lastIndexOf(',') + 1).strip();
        return last.isEmpty() || last.length() > LONGEST_ADDRESS ? context.ip() : last;
    }

    /** Reads a form of a few fields, and goes on with it. */
    void form(SentAction<FormFields> next) {
        read(FormFields.SHORT, FormFields::of, next);
    }

    /** The same for one of a declaration. */
    void longForm(SentAction<FormFields> next) {
        read(FormFields.LONG, FormFields::of, next);
    }

    /** The same for one with a file. */
    void upload(SentAction<Upload> next) {
        var type = Optional.ofNullable(context.contentType()).orElse("");
        read(Upload.MOST_BYTES, body -> Upload.of(body, type), next);
    }

    private <T> void read(int mostBytes, Function<Optional<byte[]>, T> reader, SentAction<T> next) {
        RequestBody.read(
                context, mostBytes, body -> PageHandler.answer(this, request -> next.answer(reader.apply(body))));
    }

    /** Goes on with what was sent. */
    @FunctionalInterface
    interface SentAction<T> {
        void answer(T sent) throws PscException, InterruptedException;
    }

    @Override
    public Optional<String> read(String cookie) {
        return Optional.ofNullable(context.cookie(cookie));
    }

    @Override
    public void add(String setCookie) {
        context.res().addHeader("Set-Cookie", setCookie);
    }

    /** Shows a page that has an address of its own. */
    void show(String template, String title, Map<String, Object> values) {
        show(200, template, frame(title, context.path()), values);
    }

    /** Shows a page; {@code here} is what its link to the other language leads to. */
    void show(String template, String title, String here, Map<String, Object> values) {
        show(200, template, frame(title, here), values);
    }

    /** Gives a piece of a page to a script. */
    void fragment(String template, Map<String, Object> values) {
        show(200, template, frame("site", "/"), values);
    }

    /** Shows what went wrong and what to do; the page has an address of its own for the other language. */
    void problem(Problem problem) {
        var status = WebLogin.statusOf(problem);
        if (status == 503) {
            comeBackAfter(Duration.ofMinutes(1));
        }
        Map<String, Object> values = Map.of("remedy", problem.remedy(language.locale()), "code", problem.code());
        show(status, "problem", frame("problem.title", ProblemPage.address(problem)), values);
    }

    /** Shows a page with a status of its own; {@code here} is what its link to the other language leads to. */
    void show(int status, String template, String title, String here, Map<String, Object> values) {
        show(status, template, frame(title, here), values);
    }

    /** Shows a page to type into; {@code here} takes its form, in the other language too. */
    void showForm(int status, String template, String title, String here, Map<String, Object> values) {
        show(status, template, site.frame(language, title, here, true, sessionEnd, person), values);
    }

    /** Says why something was not done, in the words of who refused. */
    void refused(int status, String french, String english) {
        var text = language == Language.FRENCH ? french : english;
        show(status, "refused", frame("refused.title", "/mine"), Map.of("text", text));
    }

    /** Gives a text to be kept as a file, with the mark by which spreadsheets know UTF-8. */
    void file(String name, String type, String text) {
        context.contentType(type + "; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .result("\uFEFF" + text);
    }

    /** Says when it makes sense to ask again. */
    void comeBackAfter(Duration wait) {
        context.header("Retry-After", Long.toString(wait.plusMillis(999).toSeconds()));
    }

    /** Shows a page that says one thing. */
    void message(int status, String text) {
        show(status, "message", frame(text + ".title", "/"), Map.of("text", text));
    }

    /** Sends the browser on, to be fetched by GET. */
    void see(URI address) {
        context.status(303).header("Location", address.toString());
    }

    /** Sends the browser to another page of this site. */
    void see(String address) {
        see(URI.create(address));
    }

    private Frame frame(String title, String here) {
        return site.frame(language, title, here, false, sessionEnd, person);
    }

    private void show(int status, String template, Frame frame, Map<String, Object> values) {
        context.status(status).contentType("text/html; charset=utf-8").result(site.fill(template, frame, values));
    }
}

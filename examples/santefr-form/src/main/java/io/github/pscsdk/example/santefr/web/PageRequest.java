package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException.Refusal;
import io.github.pscsdk.example.santefr.dossier.DossierException;
import io.github.pscsdk.example.santefr.dossier.DossierException.Reason;
import io.github.pscsdk.example.santefr.web.Frame.Site;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.web.HostCookie;
import io.github.pscsdk.relyingparty.web.WebLogin;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request for a page, who asks where that is known, what they sent, and the answer. */
final class PageRequest implements WebLogin.Cookies {
    private static final Logger LOG = LoggerFactory.getLogger(PageRequest.class);
    private static final int LONGEST_ADDRESS = 45;

    private final Context context;
    private final Site site;
    private final Language language;
    private FormFields form = FormFields.NONE;
    private Optional<PscSession> session = Optional.empty();
    private boolean isEnding;

    /** Begins the answer: its headers, and the language that the reader chose, now or earlier. */
    PageRequest(Context context, Site site) {
        this.context = context;
        this.site = site;
        addPolicy();
        var cookie = HostCookie.named("santefr-language", site.publicBaseUri());
        var chosen = parameter("lang").flatMap(Language::tagged);
        var kept = read(cookie.name()).flatMap(Language::tagged);
        this.language = chosen.or(() -> kept).orElse(Language.FRENCH);
        chosen.ifPresent(tagged -> add(cookie.set(tagged.tag())));
    }

    /** Nothing from elsewhere, nothing inline, and nobody may frame it. */
    private void addPolicy() {
        // Browsers hold the redirects of a form to form-action too, and a logout leads to Pro Santé Connect.
        var issuer = site.psc().issuer();
        var policy =
                "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self' "
                        + issuer.getScheme() + "://" + issuer.getRawAuthority()
                        + "; base-uri 'none'; frame-ancestors 'none'";
        context.header("Content-Security-Policy", policy);
    }

    /** Answers the requests of one page, or of one form. */
    @FunctionalInterface
    interface PageAction {
        void answer(PageRequest request)
                throws PscException, InterruptedException, EventRefusedException, DossierException;
    }

    /** Answers, and turns failures into pages that tell of them. */
    void answer(PageAction action) {
        try {
            action.answer(this);
        } catch (DossierException e) {
            switch (e.reason()) {
                case UNKNOWN -> message(404, "message.no-declaration");
                case STALE -> message(409, "message.stale");
                case TOO_MANY_DRAFTS -> message(409, "message.too-many-drafts");
            }
        } catch (EventRefusedException e) {
            var status = e.refusal() == Refusal.NOT_ELIGIBLE ? 403 : 409;
            var values = Map.<String, Object>of("text", e.text().in(language), "back", "/mine");
            show(status, "message", "refused.title", "/mine", false, values);
        } catch (PscException e) {
            LOG.info("a page shows {}", e.problem().code());
            Optional.ofNullable(e.facts().get("seconds")).ifPresent(wait -> context.header("Retry-After", wait));
            problem(e.problem());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problem(LoginProblem.PSC_UNAVAILABLE);
        } catch (HttpResponseException e) {
            throw e;
        } catch (RuntimeException e) {
            // The class and the place, not the message: it may repeat a value.
            var place = e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0].toString();
            LOG.error("a page met a defect: {} at {}", e.getClass().getName(), place);
            message(500, "message.defect");
        }
    }

    /** Reads a form within that bound; false if it is larger, which is answered. */
    boolean read(int mostBytes) {
        var body = RequestBody.read(context, mostBytes);
        body.ifPresentOrElse(
                bytes -> form = FormFields.of(bytes, context.contentType()), () -> message(413, "message.too-large"));
        return body.isPresent();
    }

    /** Every page of this answer names who is logged in, has a way out, and says when a session ends that soon will. */
    void signIn(PscSession open, boolean endsSoon) {
        session = Optional.of(open);
        isEnding = endsSoon;
    }

    /** No page of this answer names anybody any more: whatever fails from now on, the session is over here. */
    PscSession signOut() {
        var left = session();
        session = Optional.empty();
        isEnding = false;
        return left;
    }

    PscSession session() {
        return session.orElseThrow();
    }

    Caller caller() {
        return Caller.of(session().professional());
    }

    FormFields form() {
        return form;
    }

    /** The number of the declaration in the address. */
    String number() {
        return context.pathParam("number");
    }

    /** That of the declaration when the form was shown; what is none is that of no declaration. */
    int revision() throws DossierException {
        try {
            return Integer.parseInt(form.get("revision"));
        } catch (NumberFormatException e) {
            throw new DossierException(Reason.UNKNOWN);
        }
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
     * Where a request comes from. The form listens on the loopback address, so its caller runs on this machine: the
     * reverse proxy, which adds the address that it sees at the end of {@code X-Forwarded-For}, or a program of this
     * machine itself.
     */
    String address() {
        var hops = String.join(",", Collections.list(context.req().getHeaders("X-Forwarded-For")));
        var last = hops.substring(hops.lastIndexOf(',') + 1).strip();
        return last.isEmpty() || last.length() > LONGEST_ADDRESS ? context.ip() : last;
    }

    @Override
    public Optional<String> read(String cookie) {
        return Optional.ofNullable(context.cookie(cookie));
    }

    @Override
    public void add(String setCookie) {
        context.res().addHeader("Set-Cookie", setCookie);
    }

    /** Shows a page that has an address of its own; its title is the text {@code template.title}. */
    void show(String template, Map<String, Object> values) {
        show(200, template, context.path(), values);
    }

    /** Shows a page; {@code here} is the address of its link to the other language. */
    void show(int status, String template, String here, Map<String, Object> values) {
        show(status, template, template + ".title", here, false, values);
    }

    /** Shows a page to type into; {@code here} takes its form, in the other language too. */
    void showForm(int status, String template, String here, Map<String, Object> values) {
        show(status, template, template + ".title", here, true, values);
    }

    /** Shows the problem and its remedy; the page has an address of its own for the other language. */
    void problem(Problem problem) {
        var status = WebLogin.statusOf(problem);
        if (status == 503) {
            context.header("Retry-After", "60");
        }
        var remedy = problem.remedy(language.locale());
        show(status, "problem", "/problem/" + problem.code(), Map.of("remedy", remedy, "code", problem.code()));
    }

    /** Gives a text in UTF-8 to be kept as a file. */
    void file(String name, String type, byte[] text) {
        context.contentType(type + "; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .result(text);
    }

    /** Says one thing, and the way back to the first page. */
    void message(int status, String key) {
        var values = Map.<String, Object>of("text", Frame.texts(language).get(key), "back", "/");
        show(status, "message", key + ".title", "/", false, values);
    }

    /** Sends the browser on, to be fetched by GET. */
    void see(URI address) {
        context.status(303).header("Location", address.toString());
    }

    void see(String address) {
        see(URI.create(address));
    }

    private void show(
            int status, String template, String title, String here, boolean isTyped, Map<String, Object> values) {
        var frame = new Frame(site, language, title, here, isTyped, session, isEnding);
        context.status(status).contentType("text/html; charset=utf-8").result(frame.around(template, values));
    }
}

package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.form.FormStep;
import io.github.pscsdk.example.declaration.text.ClassPathResource;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.web.Frame.Site;
import io.github.pscsdk.example.santefr.web.LoginPages.Notice;
import io.github.pscsdk.example.santefr.web.PageRequest.PageAction;
import io.github.pscsdk.guide.GuideAddresses;
import io.github.pscsdk.loginui.HtmlButton;
import io.github.pscsdk.loginui.PageStyle;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.environment.PublicBaseUri;
import io.github.pscsdk.relyingparty.web.ExpiredSessionForms;
import io.github.pscsdk.relyingparty.web.LoginLimit;
import io.github.pscsdk.relyingparty.web.WebLogin;
import io.github.pscsdk.sessionstore.SessionStore;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All pages. Safe for any thread. */
public final class WebPages {
    /** Where Pro Santé Connect reports logouts. */
    public static final String LOGOUT_REPORTS = "/logout/backchannel";
    /** Takes some megabytes. */
    public static final String IMPORT = ImportPage.ADDRESS;

    private static final String CSS = "text/css; charset=utf-8";
    private static final String MINE = "/mine";
    private static final String ONE = MINE + "/{number}";

    private final Site site;
    private final RelyingParty relyingParty;
    // In the order in which paths are matched: import before the number of a declaration.
    private final Map<String, PageAction> read = new LinkedHashMap<>();
    private final Map<String, PageAction> sent = new LinkedHashMap<>();

    /**
     * The pages of a form on which professionals log in.
     *
     * @param relyingParty with the redirect URIs that lead to {@code /callback} and {@code /signed-out} here; the
     *     caller closes it
     * @param publicBaseUri how browsers come here
     * @param sessions where that relying party keeps its sessions
     * @param clock that of the relying party
     * @param limit how many logins an address may begin
     * @param addresses that the published login guide does not give
     */
    public WebPages(
            RelyingParty relyingParty,
            URI publicBaseUri,
            SessionStore sessions,
            Dossiers dossiers,
            Clock clock,
            LoginLimit limit,
            GuideAddresses addresses) {
        this.site = new Site(publicBaseUri, relyingParty.environment());
        this.relyingParty = relyingParty;
        var login = new WebLogin(relyingParty, new PublicBaseUri(publicBaseUri), "santefr", limit);
        var interrupted = new InterruptedForms(new ExpiredSessionForms(sessions, clock));
        var guard = new SessionGuard(login, interrupted, clock);
        var guide = new GuidePage(addresses);
        read.put("/guide", guide::begin);
        read.put("/guide/{step}", guide::step);
        addLogin(new LoginPages(login, interrupted, dossiers), guard);
        addDeclarations(dossiers, interrupted, guard, clock);
    }

    private void addLogin(LoginPages login, SessionGuard guard) {
        read.put("/", login::home);
        read.put("/login", login::begin);
        read.put("/callback", login::comeBack);
        read.put("/me", guard.read(login::me));
        read.put("/signed-out", login::signedOut);
        read.put("/problem/{code}", LoginPages::problem);
        sent.put("/logout", guard.sent(login::logOut));
    }

    private void addDeclarations(Dossiers dossiers, InterruptedForms interrupted, SessionGuard guard, Clock clock) {
        var list = new ListPage(dossiers);
        var imports = new ImportPage(dossiers, clock);
        var one = new DeclarationPages(dossiers, interrupted);
        read.put(MINE, guard.read(list::show));
        read.put(ImportPage.ADDRESS, guard.read(imports::show));
        read.put(ImportPage.REPORT, guard.read(imports::report));
        read.put(ImportPage.REPORT + ".csv", guard.read(imports::reportAsFile));
        read.put(ONE, guard.read(one::show));
        read.put(ONE + "/edit", guard.read(one::resume));
        read.put(ONE + "/check", guard.read(one::check));
        read.put(ONE + "/receipt", guard.read(one::receipt));
        read.put(ONE + "/withdraw", guard.read(one::askToWithdraw));
        read.put(ONE + "/copy", guard.read(one::copy));
        read.put(ONE + "/history", guard.read(one::history));
        sent.put(MINE, guard.sent(list::begin));
        sent.put(ImportPage.ADDRESS, guard.sent(ImportPage.MOST_BYTES, imports::receive));
        sent.put(ONE + "/hand-over", guard.sentPerhapsLate(Notice.NOT_HANDED_OVER, one::handOver));
        sent.put(ONE + "/again", guard.sent(list::again));
        sent.put(ONE + "/confirm", guard.sent(one::confirm));
        sent.put(ONE + "/withdraw", guard.sent(one::withdraw));
        for (var step : FormStep.values()) {
            if (step != FormStep.CHECK) {
                var page = new StepPage(step, dossiers, interrupted);
                read.put(ONE + "/" + step.code(), guard.read(page::show));
                sent.put(ONE + "/" + step.code(), guard.sentPerhapsLate(Notice.INPUT_KEPT, page::receive));
            }
        }
    }

    /** Puts the pages on a server. */
    public void addTo(JavalinConfig config) {
        addFile(config, "psc-login.css", CSS, HtmlButton.stylesheet().getBytes(StandardCharsets.UTF_8));
        addFile(config, "pages.css", CSS, PageStyle.stylesheet().getBytes(StandardCharsets.UTF_8));
        Map.of("style.css", CSS, "form.js", "text/javascript; charset=utf-8", "icon.svg", "image/svg+xml")
                .forEach((file, type) -> addFile(config, file, type, ClassPathResource.bytes(WebPages.class, file)));
        read.forEach((path, action) -> config.routes.get(path, context -> answer(context, action)));
        sent.forEach((path, action) -> config.routes.post(path, context -> answer(context, action)));
        config.routes.post(LOGOUT_REPORTS, context -> LoginPages.takeReport(context, relyingParty));
    }

    private void answer(Context context, PageAction action) {
        new PageRequest(context, site).answer(action);
    }

    private static void addFile(JavalinConfig config, String file, String type, byte[] content) {
        config.routes.get(
                "/" + file,
                context -> context.contentType(type)
                        .header("Cache-Control", "max-age=600")
                        .result(content));
    }

    /** Whether a browser asks, rather than software. */
    public static boolean isForAPerson(Context context) {
        return Optional.ofNullable(context.header("Accept")).orElse("").contains("text/html");
    }

    /** Answers a browser whose address leads nowhere. */
    public void notFound(Context context) {
        answer(context, request -> request.message(404, "message.not-found"));
    }
}

package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.web.PageHandler.PageAction;
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
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    private static final String CSS = "text/css; charset=utf-8";
    private static final String COOKIES = "santefr";
    private static final URI NOWHERE = URI.create("http://127.0.0.1");

    private final PageContext site;
    private final Map<String, PageAction> read;
    private final Map<String, PageAction> sent;
    private final Optional<Handler> reports;
    private final GuideAddresses guideAddresses;

    private WebPages(
            PageContext site,
            Map<String, PageAction> read,
            Map<String, PageAction> sent,
            Optional<Handler> reports,
            GuideAddresses guideAddresses) {
        this.site = site;
        this.read = read;
        this.sent = sent;
        this.reports = reports;
        this.guideAddresses = guideAddresses;
    }

    /** A page that says that nobody can log in, and the guide. */
    public static WebPages notConfigured() {
        return new WebPages(
                new PageContext(NOWHERE, Optional.empty()),
                Map.of("/", HomePage::show),
                Map.of(),
                Optional.empty(),
                GuideAddresses.none());
    }

    /**
     * The pages of a form on which professionals log in.
     *
     * @param relyingParty with the redirect URIs that lead to {@code /callback} and {@code /signed-out} here; the caller
     *     closes it
     * @param publicBaseUri how browsers come here
     * @param sessions where that relying party keeps its sessions
     * @param dossiers what is declared, and who may
     * @param clock that of the relying party
     * @param limit how many logins an address may begin
     */
    public static WebPages behind(
            RelyingParty relyingParty,
            URI publicBaseUri,
            SessionStore sessions,
            Dossiers dossiers,
            Clock clock,
            LoginLimit limit) {
        var login = new WebLogin(relyingParty, new PublicBaseUri(publicBaseUri), COOKIES, limit);
        var interrupted = new InterruptedForms(new ExpiredSessionForms(sessions, clock));
        var pages = new LoginPages(login, interrupted);
        var own = new DeclarationPages(new SessionGuard(login, interrupted, clock), interrupted, dossiers, clock);
        var read = new LinkedHashMap<String, PageAction>(own.read());
        read.put("/", request -> HomePage.show(request, login));
        read.put("/login", pages::begin);
        read.put("/callback", pages::comeBack);
        read.put("/me", new MePage(login, dossiers)::show);
        read.put("/signed-out", pages::signedOut);
        read.put(ProblemPage.ROUTE, ProblemPage::show);
        var sent = new LinkedHashMap<String, PageAction>(own.sent());
        sent.put("/logout", pages::logOut);
        return new WebPages(
                new PageContext(publicBaseUri, Optional.of(relyingParty.environment())),
                read,
                sent,
                Optional.of(new BackchannelLogoutHandler(relyingParty)),
                GuideAddresses.none());
    }

    /** The same with addresses that the published login guide does not give. */
    public WebPages withGuideAddresses(GuideAddresses addresses) {
        return new WebPages(site, read, sent, reports, addresses);
    }

    /** Puts the pages on a server. */
    public void addTo(JavalinConfig config) {
        addFile(config, "psc-login.css", CSS, HtmlButton.stylesheet().getBytes(StandardCharsets.UTF_8));
        addFile(config, "pages.css", CSS, PageStyle.stylesheet().getBytes(StandardCharsets.UTF_8));
        addFile(config, "style.css", CSS, read("style.css"));
        addFile(config, "form.js", "text/javascript; charset=utf-8", read("form.js"));
        addFile(config, "icon.svg", "image/svg+xml", read("icon.svg"));
        read.forEach((path, action) -> config.routes.get(path, new PageHandler(site, action)));
        config.routes.get(GuidePage.ADDRESS, new PageHandler(site, request -> guide().begin(request)));
        config.routes.get(GuidePage.ROUTE, new PageHandler(site, request -> guide().step(request)));
        sent.forEach((path, action) -> config.routes.post(path, new PageHandler(site, action)));
        reports.ifPresent(handler -> config.routes.post(LOGOUT_REPORTS, handler));
    }

    private GuidePage guide() {
        return new GuidePage(guideAddresses);
    }

    private static void addFile(JavalinConfig config, String file, String type, byte[] content) {
        config.routes.get(
                "/" + file,
                context -> context.contentType(type)
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Cache-Control", "max-age=600")
                        .result(content));
    }

    private static byte[] read(String file) {
        try (var in = WebPages.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Whether a browser asks, rather than software. */
    public boolean isForAPerson(Context context) {
        return Optional.ofNullable(context.header("Accept")).orElse("").contains("text/html");
    }

    /** Answers a browser whose address leads nowhere. */
    public void notFound(Context context) {
        new PageHandler(site, request -> request.message(404, "message.not-found")).handle(context);
    }
}

package io.github.pscsdk.testkit.simulator.internal.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.Origin;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The pages of one origin. None is recorded: they are no part of the protocol, and a form may hold a code porteur.
 * Nothing is loaded from elsewhere, nothing may frame them, and a form is taken only from one of them.
 */
public final class Site {
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
            + "img-src 'self'; form-action 'self'%s; base-uri 'none'; frame-ancestors 'none'";
    /** Not {@code no-referrer}, which would make browsers hide the origin of a form. */
    private static final String REFERRER = "same-origin";

    /** Keeps the chosen language. Cookies ignore ports, so a choice applies to all pages. */
    private static final String LANGUAGE = "psc-simulator-lang";

    /** Compiled by the build into the packages of the classes that they show. */
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Site.class.getClassLoader(), "io.github.pscsdk.testkit.simulator.internal");

    private final Origin origin;
    private final List<String> links;
    // By the path to which a form is sent.
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    /** A site whose navigation links to pages by their paths without a slash, which begin the keys of their names. */
    public Site(Origin origin, String... links) {
        this.origin = origin;
        this.links = List.of(links);
        asset("/style.css", "text/css; charset=utf-8");
        asset("/watch.js", "text/javascript; charset=utf-8");
        asset("/favicon.ico", "image/svg+xml");
    }

    private void asset(String path, String type) {
        var file = path.equals("/favicon.ico") ? "icon.svg" : path.substring(1);
        var headers = Map.of("Content-Type", type, "X-Content-Type-Options", "nosniff", "Cache-Control", "no-cache");
        origin.page(path, request -> new Reply(200, headers, file(file)), "GET");
    }

    static String file(String name) {
        try (var in = Site.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    /** Adds a page. A form is checked before: it comes from a page of this origin. */
    public void add(String path, Function<PageRequest, Reply> page, String... methods) {
        origin.page(path, request -> answer(request, page), methods);
    }

    private Reply answer(IncomingRequest incoming, Function<PageRequest, Reply> page) {
        return show(incoming, request -> {
            if (!isAtHome(incoming)) {
                return request.message(421, "message.host");
            }
            if (request.isForm() && !isSentByOurPage(incoming)) {
                return request.message(403, "message.foreign-form");
            }
            return page.apply(request);
        });
    }

    /** Whether the request names this host. A foreign host name that points to loopback does not count. */
    private boolean isAtHome(IncomingRequest request) {
        return request.header("Host").equals(Optional.of(origin.base().getRawAuthority()));
    }

    /** The browser names the origin of a form, and no other origin can read the form's token. */
    private boolean isSentByOurPage(IncomingRequest request) {
        return request.header("Origin").equals(Optional.of(origin.base().toString()))
                && request.body().optional("token").equals(Optional.of(token(request.path())));
    }

    /** The token of the forms that are sent to {@code path}. */
    String token(String path) {
        return tokens.computeIfAbsent(path, any -> UUID.randomUUID().toString());
    }

    /** Answers a request of an endpoint by a page. Unlike a form of a page, it may come from anywhere. */
    public Reply show(IncomingRequest incoming, Function<PageRequest, Reply> page) {
        var chosen = incoming.query().optional("lang").flatMap(Language::tagged);
        var language = chosen.or(() -> incoming.cookie(LANGUAGE).flatMap(Language::tagged))
                .or(() -> incoming.header("Accept-Language").flatMap(Language::accepted))
                .orElse(Language.FRENCH);
        var reply = page.apply(new PageRequest(incoming, texts(language), this));
        // A reply has one such header; the page that was read before has set the language.
        return chosen.filter(one -> !reply.headers().containsKey("Set-Cookie"))
                .map(one ->
                        reply.withHeader("Set-Cookie", LANGUAGE + "=" + one.tag() + "; Path=/; HttpOnly; SameSite=Lax"))
                .orElse(reply);
    }

    static Texts texts(Language language) {
        return Texts.beside(Site.class, "texts", language);
    }

    List<String> links() {
        return links;
    }

    Reply render(int status, PageFrame frame, String template, Map<String, Object> values) {
        var page = new StringOutput();
        TEMPLATES.render(template + ".jte", values, page);
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "text/html; charset=utf-8");
        headers.put("Cache-Control", "no-store");
        headers.put(
                "Content-Security-Policy",
                POLICY.formatted(frame.leadsTo().map(" "::concat).orElse("")));
        headers.put("Referrer-Policy", REFERRER);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Vary", "Accept-Language, Cookie");
        return new Reply(status, headers, page.toString());
    }
}

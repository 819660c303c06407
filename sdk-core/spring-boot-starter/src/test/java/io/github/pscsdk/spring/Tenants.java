package io.github.pscsdk.spring;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.environment.PublicBaseUri;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.relyingparty.web.LoginLimit;
import io.github.pscsdk.relyingparty.web.WebLogin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.WebUtils;

/** Several clients of Pro Santé Connect in one application. Each tenant has a path, and cookies that begin with its name. */
@RestController
@RequestMapping("/{tenant}")
class Tenants {
    private final Map<String, WebLogin> logins = new HashMap<>();

    /** Spring gives the beans of that type by their names. */
    Tenants(Map<String, RelyingParty> tenants, PublicBaseUri site, LoginLimit limit) {
        tenants.forEach((tenant, party) -> logins.put(tenant, new WebLogin(party, site, tenant, limit)));
    }

    @GetMapping("/login")
    void begin(@PathVariable("tenant") String tenant, HttpServletRequest request, HttpServletResponse response)
            throws PscException, InterruptedException, IOException {
        var page = of(tenant).begin(new Cookies(request, response), request.getRemoteAddr());
        response.sendRedirect(page.toString());
    }

    @GetMapping("/callback")
    void comeBack(@PathVariable("tenant") String tenant, HttpServletRequest request, HttpServletResponse response)
            throws PscException, InterruptedException, IOException {
        of(tenant).comeBack(new Cookies(request, response), query(request));
        response.sendRedirect("/" + tenant + "/me");
    }

    @GetMapping("/me")
    String me(@PathVariable("tenant") String tenant, HttpServletRequest request, HttpServletResponse response) {
        var session = session(tenant, new Cookies(request, response));
        return session.clientId() + " <input type=\"hidden\" name=\"" + SessionId.FORM_FIELD + "\" value=\""
                + session.id().formToken() + "\">";
    }

    @PostMapping("/logout")
    void logOut(
            @PathVariable("tenant") String tenant,
            @RequestParam(SessionId.FORM_FIELD) String token,
            HttpServletRequest request,
            HttpServletResponse response)
            throws PscException, InterruptedException, IOException {
        var cookies = new Cookies(request, response);
        var session = session(tenant, cookies);
        if (!session.id().isFormToken(token)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        response.sendRedirect(of(tenant).logOut(cookies, session.id()).toString());
    }

    @GetMapping("/signed-out")
    String signedOut(@PathVariable("tenant") String tenant, HttpServletRequest request, HttpServletResponse response) {
        return of(tenant).finishLogOut(new Cookies(request, response), query(request)) ? "Logged out" : "";
    }

    private PscSession session(String tenant, Cookies cookies) {
        return of(tenant).session(cookies).orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }

    private WebLogin of(String tenant) {
        return Optional.ofNullable(logins.get(tenant))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String query(HttpServletRequest request) {
        return Optional.ofNullable(request.getQueryString()).orElse("");
    }

    private record Cookies(HttpServletRequest request, HttpServletResponse response) implements WebLogin.Cookies {
        @Override
        public Optional<String> read(String name) {
            return Optional.ofNullable(WebUtils.getCookie(request, name)).map(cookie -> cookie.getValue());
        }

        @Override
        public void add(String setCookie) {
            response.addHeader("Set-Cookie", setCookie);
        }
    }
}

package io.github.pscsdk.spring;

import io.github.pscsdk.relyingparty.session.PscSession;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says who asks, once somebody wants to know: a page that anybody may see looks no session up, and is no activity. Somebody who
 * is logged in by other means stays who they are. A professional does not: a chain may have kept one in the servlet session of a browser
 * in which somebody else has logged in since.
 */
final class SecuritySessionFilter extends OncePerRequestFilter {
    private final PscBrowser browser;
    private final SecurityContextHolderStrategy contexts;

    SecuritySessionFilter(PscBrowser browser, SecurityContextHolderStrategy contexts) {
        this.browser = browser;
        this.contexts = contexts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var before = contexts.getDeferredContext();
        contexts.setDeferredContext(SingletonSupplier.of(() -> withProfessional(before.get(), request)));
        chain.doFilter(request, response);
    }

    private SecurityContext withProfessional(SecurityContext before, HttpServletRequest request) {
        var who = before.getAuthentication();
        return who != null && !(who instanceof SecuritySession)
                ? before
                : browser.session(request).map(this::contextOf).orElseGet(contexts::createEmptyContext);
    }

    private SecurityContext contextOf(PscSession session) {
        var context = contexts.createEmptyContext();
        context.setAuthentication(new SecuritySession(session));
        return context;
    }

    /** Pages of errors may say who asks, too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** A second dispatch has lost what the first one's thread knew. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}

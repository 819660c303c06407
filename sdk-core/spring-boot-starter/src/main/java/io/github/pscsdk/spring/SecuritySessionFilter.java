package io.github.pscsdk.spring;

import io.github.pscsdk.relyingparty.PscSession;
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
 * is logged in by other means stays who they are.
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
        return before.getAuthentication() != null
                ? before
                : browser.session(request).map(this::contextOf).orElse(before);
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

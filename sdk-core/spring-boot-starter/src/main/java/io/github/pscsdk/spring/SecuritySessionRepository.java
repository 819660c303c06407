package io.github.pscsdk.spring;

import io.github.pscsdk.relyingparty.session.PscSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.util.function.SingletonSupplier;

/**
 * Remembers who is logged in: the professional of the open session, else whom the chain's own repository remembers. The
 * last login wins: another one ends the session at once, and {@link PscController} ends another login. A page that
 * anybody may see looks no session up.
 */
record SecuritySessionRepository(
        PscBrowser browser, SecurityContextRepository others, SecurityContextHolderStrategy contexts)
        implements SecurityContextRepository {
    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        PscBrowser.knowsSessions(request);
        return new Looked(SingletonSupplier.of(() -> context(request, others.loadDeferredContext(request))));
    }

    /** For chains that save the context of each request. */
    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
        var request = exchange.getRequest();
        PscBrowser.knowsSessions(request);
        var other = others.loadContext(exchange);
        return context(request, () -> other);
    }

    private SecurityContext context(HttpServletRequest request, Supplier<SecurityContext> others) {
        return browser.session(request).map(this::contextOf).orElseGet(() -> {
            var other = others.get();
            // A chain may have kept a professional for another request: a copy would outlive the session.
            return other.getAuthentication() instanceof SecuritySession ? contexts.createEmptyContext() : other;
        });
    }

    private SecurityContext contextOf(PscSession session) {
        var context = contexts.createEmptyContext();
        context.setAuthentication(new SecuritySession(session));
        return context;
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        var who = Optional.ofNullable(context.getAuthentication());
        if (who.filter(SecuritySession.class::isInstance).isPresent()) {
            return;
        }
        others.saveContext(context, request, response);
        if (who.filter(other -> !(other instanceof AnonymousAuthenticationToken))
                .isPresent()) {
            browser.leaveForOtherLogin(request, response);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return browser.session(request).isPresent() || others.containsContext(request);
    }

    /** Looked up once somebody wants to know. */
    private record Looked(Supplier<SecurityContext> context) implements DeferredSecurityContext {
        @Override
        public SecurityContext get() {
            return context.get();
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}

package io.github.pscsdk.example.practiceweb.web;

import io.github.pscsdk.relyingparty.RelyingParty;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The headers of every answer: nothing from elsewhere, nothing inline, nobody may frame it, nobody keeps it, and its
 * address, which after a login holds a code, is told to nobody.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PageHeaders extends OncePerRequestFilter {
    private final String policy;

    PageHeaders(RelyingParty relyingParty) {
        // Where a logout leads: browsers hold redirects of a form to form-action too.
        policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' "
                + relyingParty.environment().issuer().resolve("/") + "; base-uri 'none'; frame-ancestors 'none'";
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        chain.doFilter(request, response);
    }
}

package io.github.pscsdk.spring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authorization.AuthorityAuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells by the roles that a refused page names which login gives them: without {@code ROLE_PROFESSIONAL}, another one
 * of the chain. An attribute of the request says so, by which Spring Security chooses an entry point.
 */
final class SecurityEntryPointFilter extends OncePerRequestFilter {
    private static final String OTHER_LOGIN = SecurityEntryPointFilter.class.getName();

    private final SecurityContextHolderStrategy contexts;

    SecurityEntryPointFilter(SecurityContextHolderStrategy contexts) {
        this.contexts = contexts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (AuthorizationDeniedException denied) {
            var roles = roles(denied);
            if (roles.isEmpty() || roles.contains(SecuritySession.ROLE)) {
                throw denied;
            }
            request.setAttribute(OTHER_LOGIN, true);
            if (contexts.getContext().getAuthentication() instanceof SecuritySession) {
                // The other login ends the session; a refusal without a login would leave no way out.
                throw new InsufficientAuthenticationException("a professional is no member of staff", denied);
            }
            throw denied;
        }
    }

    /**
     * Whether a login at Pro Santé Connect may help a person who has none; not where the page names roles of others
     * alone.
     */
    static boolean isForProfessionals(HttpServletRequest request) {
        return request.getAttribute(OTHER_LOGIN) == null;
    }

    /** Whether a page was refused that names the role of professionals. */
    static boolean namesProfessionals(AccessDeniedException denied) {
        return denied instanceof AuthorizationDeniedException page
                && roles(page).contains(SecuritySession.ROLE);
    }

    private static List<String> roles(AuthorizationDeniedException denied) {
        return denied.getAuthorizationResult() instanceof AuthorityAuthorizationDecision decision
                ? decision.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .toList()
                : List.of();
    }

    /** A page that a second dispatch shows may be refused, too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}

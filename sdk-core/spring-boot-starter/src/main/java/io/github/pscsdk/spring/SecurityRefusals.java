package io.github.pscsdk.spring;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * Answers what Spring Security refuses: a browser gets one of {@link PscPages}, by {@link RefusalController}; a request
 * for anything but a page gets a status.
 */
record SecurityRefusals(PscBrowser browser, SecurityContextHolderStrategy contexts)
        implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final AccessDeniedHandler USUAL = new AccessDeniedHandlerImpl();

    /** Nobody is logged in. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        if (failure.getCause() instanceof AccessDeniedException denied
                && browser.session(request).isPresent()) {
            // A professional, at a page of others to which no other login leads.
            USUAL.handle(request, response, denied);
        } else if (wantsPage(request)) {
            show(new PscFailures.NoSessionException(), request, response);
        } else {
            response.sendError(HttpStatus.UNAUTHORIZED.value());
        }
    }

    /**
     * Somebody may not, or a form has the wrong token, perhaps since it came too late. A person of another login at a
     * page for professionals is led to their login.
     */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (denied instanceof CsrfException && wantsPage(request)) {
            show(
                    isNobody() ? new PscFailures.NoSessionException() : new PscFailures.ForeignFormException(),
                    request,
                    response);
            return;
        }
        if (SecurityEntryPointFilter.namesProfessionals(denied)
                && wantsPage(request)
                && browser.session(request).isEmpty()) {
            show(new PscFailures.NoSessionException(), request, response);
            return;
        }
        USUAL.handle(request, response, denied);
    }

    private boolean isNobody() {
        var who = contexts.getContext().getAuthentication();
        return who == null || who instanceof AnonymousAuthenticationToken;
    }

    private static void show(RuntimeException refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.setAttribute(RefusalController.ATTRIBUTE, refusal);
        request.getRequestDispatcher(PscAddresses.REFUSED).forward(request, response);
    }

    /** Scripts say that they take anything; only a browser that opens a page names HTML. */
    private static boolean wantsPage(HttpServletRequest request) {
        var accepted =
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
        try {
            return MediaType.parseMediaTypes(accepted).stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    /** Brings a refusal of a filter, which has no views, to {@link PscFailures}. */
    @Controller
    static final class RefusalController {
        static final String ATTRIBUTE = RefusalController.class.getName();

        @RequestMapping(PscAddresses.REFUSED)
        void show(HttpServletRequest request) {
            throw request.getAttribute(ATTRIBUTE) instanceof RuntimeException refusal
                    ? refusal
                    : new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}

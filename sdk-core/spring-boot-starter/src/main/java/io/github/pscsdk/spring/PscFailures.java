package io.github.pscsdk.spring;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.web.WebLogin;
import io.github.pscsdk.spring.PscWebConfigurer.FormTokenCheck;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns what a controller may throw about login and session into the application's pages, before advice without an
 * order.
 */
@ControllerAdvice
@Order(0)
record PscFailures(PscPages pages, PscBrowser browser) {
    private static final Logger LOG = LoggerFactory.getLogger(PscFailures.class);

    /**
     * A page was asked for that only somebody who is logged in may see. Each request may meet it, so it has no stack
     * trace.
     */
    static final class NoSessionException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoSessionException() {
            super("nobody is logged in", null, false, false);
        }
    }

    /** A form came without the token of its session. Anybody can send one, so it has no stack trace. */
    static final class ForeignFormException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ForeignFormException() {
            super("a form without the token of its session", null, false, false);
        }
    }

    @ExceptionHandler
    ModelAndView failed(PscException failure, Locale locale) {
        LOG.info("a page shows {}", failure.problem().code());
        return pages.problem(failure.problem(), WebLogin.statusOf(failure.problem()), locale);
    }

    @ExceptionHandler
    ModelAndView interrupted(InterruptedException failure, Locale locale) {
        Thread.currentThread().interrupt();
        var problem = LoginProblem.PSC_UNAVAILABLE;
        return pages.problem(problem, WebLogin.statusOf(problem), locale);
    }

    @ExceptionHandler(NoSessionException.class)
    ModelAndView noSession(HttpServletRequest request, HttpServletResponse response) {
        var ended = browser.handle(request);
        var hadSession = browser.dropsEndedSession(request, response);
        if (isToBeAnswered(request)) {
            return pages.lateForm(ended.filter(id -> FormTokenCheck.carriesTokenOf(id, request)), request);
        }
        return hadSession ? pages.sessionOver() : pages.loginNeeded();
    }

    /** A late logout has lost nothing, be it by Spring Security's address. */
    private static boolean isToBeAnswered(HttpServletRequest request) {
        return FormTokenCheck.isForm(request) && !address(request).endsWith("/logout");
    }

    /** As the browser wrote it. */
    private static String address(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
    }

    @ExceptionHandler(ForeignFormException.class)
    ModelAndView foreignForm(HttpServletRequest request) {
        return pages.foreignForm(browser.session(request), request);
    }
}

package io.github.pscsdk.spring;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * Brings what a filter refused to where pages are made: {@link PscFailures}. Filters have no views. Whoever opens the address
 * finds nothing.
 */
@Controller
final class RefusalController {
    /** The request's attribute that holds what to throw. */
    static final String ATTRIBUTE = RefusalController.class.getName();

    @RequestMapping(PscAddresses.REFUSED)
    void show(HttpServletRequest request) {
        throw request.getAttribute(ATTRIBUTE) instanceof RuntimeException refusal
                ? refusal
                : new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

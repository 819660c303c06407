package io.github.pscsdk.example.practiceweb.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * The pages of failures that no page foresaw, and of requests that Spring refuses; last, after those who know a
 * failure.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
record UnexpectedFailures(PageRenderer pages) implements ErrorViewResolver {
    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedFailures.class);

    /** Parameters that are too many, too large, or badly encoded. */
    @ExceptionHandler
    ModelAndView unreadable(InvalidParameterException failure) {
        return pages.message(400, "message.unreadable");
    }

    @ExceptionHandler
    ModelAndView defect(RuntimeException failure) {
        // The class and the place, not the message: it may repeat a value.
        var place = failure.getStackTrace().length == 0 ? "?" : failure.getStackTrace()[0].toString();
        LOG.error("a page met a defect: {} at {}", failure.getClass().getName(), place);
        return pages.message(500, "message.defect");
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        return pages.message(status.value(), status.is5xxServerError() ? "message.defect" : "message.not-found");
    }
}

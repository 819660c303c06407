package io.github.pscsdk.example.practiceweb.web;

import io.github.pscsdk.example.practiceweb.view.Page;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** A page for what nobody foresaw. Last of all, so that whoever knows a failure answers it. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class UnexpectedFailures {
    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedFailures.class);

    /** Parameters that are too many, too large, or badly encoded. */
    @ExceptionHandler
    ModelAndView unreadable(InvalidParameterException failure) {
        return Page.message(400, "message.unreadable");
    }

    @ExceptionHandler
    ModelAndView defect(RuntimeException failure) {
        // The class and the place, not the message: it may repeat a value.
        var place = failure.getStackTrace().length == 0 ? "?" : failure.getStackTrace()[0].toString();
        LOG.error("a page met a defect: {} at {}", failure.getClass().getName(), place);
        return Page.message(500, "message.defect");
    }
}

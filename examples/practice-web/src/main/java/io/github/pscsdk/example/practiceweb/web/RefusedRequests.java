package io.github.pscsdk.example.practiceweb.web;

import io.github.pscsdk.example.practiceweb.view.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** A page for what Spring itself refuses, such as an address that leads nowhere. */
@Component
final class RefusedRequests implements ErrorViewResolver {
    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        var isDefect = status.is5xxServerError();
        return Page.message(status.value(), isDefect ? "message.defect" : "message.not-found");
    }
}

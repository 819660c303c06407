package io.github.pscsdk.spring;

import io.github.pscsdk.api.Professional;
import io.github.pscsdk.relyingparty.PscSession;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives a controller's method the session of whoever asks, or the professional alone; where there is none, the method is not
 * called. A professional whose parameter is annotated is somebody else's business, such as Spring Security's.
 */
final class SessionParameter implements HandlerMethodArgumentResolver {
    private final PscBrowser browser;

    SessionParameter(PscBrowser browser) {
        this.browser = browser;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        var type = parameter.getParameterType();
        return type.equals(PscSession.class) || type.equals(Professional.class) && !parameter.hasParameterAnnotations();
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        var asked = request.getNativeRequest(HttpServletRequest.class);
        var session = browser.session(asked).orElseThrow(NoSessionException::new);
        return parameter.getParameterType().equals(Professional.class) ? session.professional() : session;
    }
}

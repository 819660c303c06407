package io.github.pscsdk.spring;

import io.github.pscsdk.relyingparty.PscSession;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller's method the session of whoever asks; where there is none, the method is not called. */
final class SessionParameter implements HandlerMethodArgumentResolver {
    private final PscBrowser browser;

    SessionParameter(PscBrowser browser) {
        this.browser = browser;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(PscSession.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        var asked = request.getNativeRequest(HttpServletRequest.class);
        return browser.session(asked).orElseThrow(NoSessionException::new);
    }
}

package io.github.pscsdk.spring;

import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Brings sessions and the check of forms into Spring MVC. */
record PscWebConfigurer(PscBrowser browser) implements WebMvcConfigurer {
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new SessionParameter(browser));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PrivateResponses())
                .addPathPatterns(PscAddresses.ALL)
                .excludePathPatterns(PscAddresses.STYLESHEET);
        // Pro Santé Connect sends no form of ours: what it sends is signed instead.
        registry.addInterceptor(new FormTokenCheck(browser)).excludePathPatterns(PscAddresses.BACKCHANNEL_LOGOUT);
    }

    /**
     * Gives a controller's method the session of whoever asks, or the professional alone; where there is none, it is
     * not called. An annotated professional is somebody else's business.
     */
    private record SessionParameter(PscBrowser browser) implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            var type = parameter.getParameterType();
            return type.equals(PscSession.class)
                    || type.equals(Professional.class) && !parameter.hasParameterAnnotations();
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            var asked = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class), "request");
            var session = browser.session(asked).orElseThrow(PscFailures.NoSessionException::new);
            return parameter.getParameterType().equals(Professional.class) ? session.professional() : session;
        }
    }

    /** Nobody keeps what login and logout answer, and nobody is told an address that may hold a code. */
    private static final class PrivateResponses implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("Referrer-Policy", "no-referrer");
            return true;
        }
    }

    /**
     * Refuses what another site made a browser send: what may change something and comes in an open session must carry
     * {@link SessionId#formToken}, in a form's hidden field or a script's header {@link #HEADER}.
     */
    record FormTokenCheck(PscBrowser browser) implements HandlerInterceptor {
        /** A header that no other site can make a browser send. */
        static final String HEADER = "X-CSRF-TOKEN";

        private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            var isForeign = isForm(request)
                    && !PscBrowser.isGuardedElsewhere(request)
                    && browser.session(request)
                            .filter(session -> !carriesTokenOf(session.id(), request))
                            .isPresent();
            if (isForeign) {
                throw new PscFailures.ForeignFormException();
            }
            return true;
        }

        static boolean isForm(HttpServletRequest request) {
            return !READING.contains(request.getMethod());
        }

        static boolean carriesTokenOf(SessionId session, HttpServletRequest request) {
            var given = Optional.ofNullable(request.getHeader(HEADER)).or(() -> field(request));
            return session.isFormToken(given.orElse(""));
        }

        /** Empty too if the parameters cannot be read, say because they are too many. */
        private static Optional<String> field(HttpServletRequest request) {
            try {
                return Optional.ofNullable(request.getParameter(SessionId.FORM_FIELD));
            } catch (IllegalStateException unreadable) {
                // Servlet 6.1, ServletRequest.getParameter; its message may repeat what was sent.
                return Optional.empty();
            }
        }
    }
}

package io.github.pscsdk.spring;

import java.util.List;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Brings sessions and the check of forms into Spring MVC. */
final class PscWebConfigurer implements WebMvcConfigurer {
    private final PscBrowser browser;

    PscWebConfigurer(PscBrowser browser) {
        this.browser = browser;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new SessionParameter(browser));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PrivateAnswers())
                .addPathPatterns(PscAddresses.ALL)
                .excludePathPatterns(PscAddresses.STYLESHEET);
        // Pro Santé Connect sends no form of ours: what it sends is signed instead.
        registry.addInterceptor(new FormTokenCheck(browser)).excludePathPatterns(PscAddresses.BACKCHANNEL_LOGOUT);
    }
}

package io.github.pscsdk.spring;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.authentication.ui.DefaultLoginPageGeneratingFilter;

/**
 * The contexts as Spring Security's own login page sees them, without professionals. The page of version 7 holds the name of the person who is logged in, which
 * nobody can change: staff could not log in after a professional.
 */
record SecurityLoginPage(SecurityContextHolderStrategy contexts) implements SecurityContextHolderStrategy {
    /** Has the page look there. */
    void give(DefaultLoginPageGeneratingFilter page) {
        try {
            page.setSecurityContextHolderStrategy(this);
        } catch (NoSuchMethodError ofVersion6) {
            // Its page holds no name.
            return;
        }
    }

    @Override
    public SecurityContext getContext() {
        var context = contexts.getContext();
        return context.getAuthentication() instanceof SecuritySession ? createEmptyContext() : context;
    }

    @Override
    public void setContext(SecurityContext context) {
        contexts.setContext(context);
    }

    @Override
    public void clearContext() {
        contexts.clearContext();
    }

    @Override
    public SecurityContext createEmptyContext() {
        return contexts.createEmptyContext();
    }
}

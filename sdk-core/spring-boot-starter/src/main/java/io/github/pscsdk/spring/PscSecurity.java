package io.github.pscsdk.spring;

import java.util.Optional;
import org.springframework.context.ApplicationContext;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.ui.DefaultLoginPageGeneratingFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * The login with Pro Santé Connect in a chain of Spring Security that is the application's own: {@code
 * http.with(PscSecurity.pscLogin(), Customizer.withDefaults())}. An application without a chain has one already, which
 * lets logged-in professionals in and nobody else.
 *
 * <p>In that chain,
 *
 * <ul>
 *   <li>an open session is an {@code Authentication} whose principal is the {@link
 *     io.github.pscsdk.api.professional.Professional}, whose
 *       details are the {@link io.github.pscsdk.relyingparty.session.PscSession}, whose one authority is {@code
 *       ROLE_PROFESSIONAL} and whose name is drawn from the login, not from the person. It is looked up for each
 *       request that asks, so it ends with the session, and is never kept in a servlet session;
 *   <li>the last login wins. A login by a form, or any other that the chain remembers, ends the session; a login at Pro
 *     Santé Connect ends the
 *       servlet session of that other login. Anything that a request brings along, such as a password of HTTP Basic,
 *       counts for that request;
 *   <li>a browser that must log in is sent where {@link PscPages#loginNeeded} says, or to the chain's other login where
 *     the page names roles and {@code
 *       ROLE_PROFESSIONAL} is none of them, unless the chain has an entry point of its own; what is no browser is
 *       answered with 401. Somebody of one login at a page of the other is sent to that login;
 *   <li>as long as a session is open, the token of Spring Security against foreign forms is its {@link
 *       io.github.pscsdk.relyingparty.session.SessionId#formToken}. Without one it is the usual one, asked for as
 *       usual;
 *   <li>the logout of Spring Security, {@code POST /logout}, does what {@link PscAddresses#LOGOUT} does.
 * </ul>
 *
 * <p>What the chain has switched off stays off. The addresses under {@code /psc} have a chain of their own, which comes
 * first. Used while the application starts, by one thread.
 */
public final class PscSecurity extends AbstractHttpConfigurer<PscSecurity, HttpSecurity> {
    private PscSecurity() {}

    /** For one chain. */
    public static PscSecurity pscLogin() {
        return new PscSecurity();
    }

    /**
     * Before {@code init}: of entry points the first wins, and that of a form must not come first because the form was
     * named first.
     */
    @Override
    public void setBuilder(HttpSecurity http) {
        super.setBuilder(http);
        var refusals = new SecurityRefusals(browser(http), getSecurityContextHolderStrategy());
        exceptionHandling(http)
                .ifPresent(failures -> failures.defaultAuthenticationEntryPointFor(
                                refusals, SecurityEntryPointFilter::isForProfessionals)
                        .defaultAccessDeniedHandlerFor(refusals, AnyRequestMatcher.INSTANCE));
    }

    @Override
    public void init(HttpSecurity http) {
        var browser = browser(http);
        var others = Optional.ofNullable(http.getSharedObject(SecurityContextRepository.class))
                .orElseGet(NullSecurityContextRepository::new);
        http.setSharedObject(
                SecurityContextRepository.class,
                new SecuritySessionRepository(browser, others, getSecurityContextHolderStrategy()));
        csrf(http)
                .ifPresent(csrf -> csrf.csrfTokenRepository(new SecurityFormTokens(browser))
                        // Not the one that masks: FormTokenCheck reads the same field.
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()));
        logout(http)
                .ifPresent(logout -> logout.defaultLogoutSuccessHandlerFor(
                        (request, response, who) -> request.getRequestDispatcher(PscAddresses.LOGOUT)
                                .forward(request, response),
                        request -> browser.handle(request).isPresent()));
    }

    @Override
    public void configure(HttpSecurity http) {
        http.addFilterBefore(
                new SecurityEntryPointFilter(getSecurityContextHolderStrategy()), AuthorizationFilter.class);
        Optional.ofNullable(http.getSharedObject(DefaultLoginPageGeneratingFilter.class))
                .ifPresent(new SecurityLoginPage(getSecurityContextHolderStrategy())::give);
    }

    private static PscBrowser browser(HttpSecurity http) {
        return http.getSharedObject(ApplicationContext.class).getBean(PscBrowser.class);
    }

    // Empty where the application has disabled it. A class literal has no type parameter, hence the casts.

    @SuppressWarnings("unchecked")
    private static Optional<CsrfConfigurer<HttpSecurity>> csrf(HttpSecurity http) {
        return Optional.ofNullable(http.getConfigurer(CsrfConfigurer.class));
    }

    @SuppressWarnings("unchecked")
    private static Optional<ExceptionHandlingConfigurer<HttpSecurity>> exceptionHandling(HttpSecurity http) {
        return Optional.ofNullable(http.getConfigurer(ExceptionHandlingConfigurer.class));
    }

    @SuppressWarnings("unchecked")
    private static Optional<LogoutConfigurer<HttpSecurity>> logout(HttpSecurity http) {
        return Optional.ofNullable(http.getConfigurer(LogoutConfigurer.class));
    }

    /**
     * The contexts as Spring Security's own login page sees them, without professionals. The page of version 7 holds
     * the name of the person who is logged in, which nobody can change: staff could not log in after a professional.
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
}

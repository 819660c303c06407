package io.github.pscsdk.spring;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Where Spring Boot brings Spring Security: a chain for the addresses of the login, and one for everything else unless
 * the application has its own, with {@link PscSecurity}. Before Spring Boot's, which would make a login page and a
 * password.
 */
@AutoConfiguration(
        after = PscAutoConfiguration.class,
        // By name: Spring Boot 4 moved them.
        beforeName = {
            "org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration",
            "org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration"
        })
@ConditionalOnClass({SecurityFilterChain.class, HttpSecurity.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Conditional(PscSecurityAutoConfiguration.SpringBootSecures.class)
@Import(SecurityRefusals.RefusalController.class)
final class PscSecurityAutoConfiguration {
    /** Before the application's chains, most of which take every request. */
    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 100;

    /** Nested, so that it is looked at before the bean below, which is a chain, too. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(SecurityFilterChain.class)
    static class DefaultChain {
        @Bean
        SecurityFilterChain pscDefaultSecurity(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests
                            // Dispatches of a page that was let in; no browser can ask for these.
                            .dispatcherTypeMatchers(
                                    DispatcherType.FORWARD, DispatcherType.INCLUDE, DispatcherType.ERROR)
                            .permitAll()
                            .anyRequest()
                            .authenticated())
                    .with(PscSecurity.pscLogin(), withDefaults())
                    .logout(logout -> logout.logoutSuccessUrl("/"))
                    .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .build();
        }

        /** Nobody logs in with a password; without this bean, Spring Boot draws one and prints it. */
        @Bean
        @ConditionalOnMissingBean({
            AuthenticationManager.class,
            AuthenticationProvider.class,
            UserDetailsService.class,
            AuthenticationManagerResolver.class
        })
        AuthenticationManager pscNoPasswords() {
            return attempt -> {
                throw new ProviderNotFoundException("logins are those of Pro Santé Connect");
            };
        }
    }

    /**
     * FormTokenCheck guards these, and what Pro Santé Connect sends is signed; Spring Security's token would be a
     * second one.
     */
    @Bean
    @Order(FIRST)
    SecurityFilterChain pscAddressesSecurity(HttpSecurity http) throws Exception {
        return http.securityMatcher(PscAddresses.ALL)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .with(PscSecurity.pscLogin(), withDefaults())
                .csrf(AbstractHttpConfigurer::disable)
                // PscWebConfigurer says it where it is so.
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** As Spring Boot does, unless the application or Spring Boot has done it. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(name = "springSecurityFilterChain")
    @EnableWebSecurity
    static class Enabled {}

    /** Spring Security alone, brought along by some library, secures nothing: neither do we. */
    static final class SpringBootSecures extends AnyNestedCondition {
        SpringBootSecures() {
            super(ConfigurationPhase.PARSE_CONFIGURATION);
        }

        @ConditionalOnClass(name = "org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration")
        static class OfSpringBoot3 {}

        @ConditionalOnClass(
                name =
                        "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration")
        static class OfSpringBoot4 {}
    }
}

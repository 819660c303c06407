package io.github.pscsdk.spring;

import static org.springframework.security.config.Customizer.withDefaults;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** A chain that permits everything: what is left is the starter's own. */
@SpringBootConfiguration(proxyBeanMethods = false)
class SecurityForEverybody {
    @Bean
    SecurityFilterChain forEverybody(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .with(PscSecurity.pscLogin(), withDefaults())
                .build();
    }
}

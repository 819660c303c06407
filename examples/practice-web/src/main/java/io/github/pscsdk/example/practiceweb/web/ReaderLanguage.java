package io.github.pscsdk.example.practiceweb.web;

import io.github.pscsdk.relyingparty.environment.PublicBaseUri;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** The language that the reader chose. */
@Configuration(proxyBeanMethods = false)
class ReaderLanguage implements WebMvcConfigurer {
    @Bean
    LocaleResolver localeResolver(PublicBaseUri site) {
        var cookie = new CookieLocaleResolver("practice-language");
        cookie.setDefaultLocale(Locale.FRENCH);
        cookie.setRejectInvalidCookies(false);
        cookie.setCookieHttpOnly(true);
        cookie.setCookieSameSite("Lax");
        cookie.setCookieSecure(site.usesHttps());
        return cookie;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var switched = new LocaleChangeInterceptor();
        switched.setParamName("lang");
        switched.setIgnoreInvalidLocale(true);
        registry.addInterceptor(switched);
    }
}

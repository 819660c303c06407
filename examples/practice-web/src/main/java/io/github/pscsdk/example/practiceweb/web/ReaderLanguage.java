package io.github.pscsdk.example.practiceweb.web;

import io.github.pscsdk.diagnostic.Language;
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
    /** French, unless the reader chose English here: so is the service that this stands for. */
    @Bean
    LocaleResolver localeResolver(PublicBaseUri site) {
        var cookie = new CookieLocaleResolver("practice-language") {
            @Override
            protected Locale parseLocaleValue(String tag) {
                return spoken(tag);
            }
        };
        cookie.setDefaultLocale(Locale.FRENCH);
        cookie.setCookieHttpOnly(true);
        cookie.setCookieSameSite("Lax");
        cookie.setCookieSecure(site.usesHttps());
        return cookie;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var switched = new LocaleChangeInterceptor() {
            @Override
            protected Locale parseLocaleValue(String tag) {
                return spoken(tag);
            }
        };
        switched.setParamName("lang");
        registry.addInterceptor(switched);
    }

    /** English for English, French for all others: what is said by the SDK is then in the language of the page. */
    private static Locale spoken(String tag) {
        return Language.tagged(Locale.forLanguageTag(tag).getLanguage())
                .orElse(Language.FRENCH)
                .locale();
    }
}

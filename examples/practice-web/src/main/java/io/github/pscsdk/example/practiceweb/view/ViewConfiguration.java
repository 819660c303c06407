package io.github.pscsdk.example.practiceweb.view;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.practiceweb.place.PlaceChoice;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.environment.PublicBaseUri;
import io.github.pscsdk.spring.PscAddresses;
import io.github.pscsdk.spring.PscBrowser;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.view.AbstractCachingViewResolver;

/** Templates, and the language that the reader chose. */
@Configuration(proxyBeanMethods = false)
class ViewConfiguration implements WebMvcConfigurer {
    private static final String TEMPLATES = "io.github.pscsdk.example.practiceweb.template";

    @Bean
    ViewResolver templates(
            MessageSource texts,
            PscBrowser browser,
            PlaceChoice choice,
            RelyingParty relyingParty,
            PublicBaseUri site,
            Clock clock) {
        var engine = TemplateEngine.createPrecompiled(
                null, ContentType.Html, ViewConfiguration.class.getClassLoader(), TEMPLATES);
        var frames = new FrameBuilder(
                texts, browser, choice, relyingParty.environment().kind(), site.at(PscAddresses.LOGIN), clock);
        return new AbstractCachingViewResolver() {
            @Override
            protected View loadView(String name, Locale locale) {
                return engine.hasTemplate(name + ".jte") ? new TemplateView(engine, frames, name) : null;
            }
        };
    }

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

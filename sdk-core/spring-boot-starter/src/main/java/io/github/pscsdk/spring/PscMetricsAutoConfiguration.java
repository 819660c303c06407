package io.github.pscsdk.spring;

import io.github.pscsdk.relyingparty.event.RelyingPartyMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Where the application has Micrometer: what the relying party counts, in each registry to which Spring Boot binds
 * {@link MeterBinder}s.
 */
@AutoConfiguration(before = PscAutoConfiguration.class)
@ConditionalOnClass(MeterBinder.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
final class PscMetricsAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    RelyingPartyMetrics pscMetrics(Environment environment) {
        // Without an id the settings are refused, unless the application has a relying party of its own.
        return RelyingPartyMetrics.of(
                PscSettings.in(environment).value("client.id").orElse("unknown"));
    }
}

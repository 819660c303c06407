package io.github.pscsdk.example.practiceweb;

import io.github.pscsdk.example.declaration.rules.DeclarationCheck;
import io.github.pscsdk.example.declaration.rules.Eligibility;
import io.github.pscsdk.example.practiceweb.receiver.DeclarationReceiver;
import io.github.pscsdk.example.practiceweb.receiver.FormReceiver;
import io.github.pscsdk.example.practiceweb.receiver.FormSettings;
import io.github.pscsdk.relyingparty.RelyingParty;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Runs the application. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(FormSettings.class)
public class PracticeWeb {
    /** Made by Spring. */
    public PracticeWeb() {}

    /** Arguments are settings, such as {@code --spring.profiles.active=simulator}. */
    public static void main(String[] arguments) {
        SpringApplication.run(PracticeWeb.class, arguments);
    }

    @Bean
    Eligibility eligibility() {
        return Eligibility.current();
    }

    @Bean
    DeclarationCheck declarationCheck(Eligibility eligibility) {
        return new DeclarationCheck(eligibility);
    }

    /** Santé.fr has no interface to submit to: whoever has another receiver puts it here. */
    @Bean
    DeclarationReceiver declarationReceiver(RelyingParty relyingParty, FormSettings form) {
        return new FormReceiver(relyingParty, form);
    }
}

package io.github.pscsdk.example.practiceweb;

import io.github.pscsdk.example.declaration.json.EligibilityReader;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck;
import io.github.pscsdk.example.declaration.rules.Eligibility;
import io.github.pscsdk.example.practiceweb.receiver.DeclarationReceiver;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Runs the application. */
@SpringBootApplication(proxyBeanMethods = false)
public class PracticeWeb {
    /** Made by Spring. */
    public PracticeWeb() {}

    /** Arguments are settings, such as {@code --spring.profiles.active=simulator}. */
    public static void main(String[] arguments) {
        SpringApplication.run(PracticeWeb.class, arguments);
    }

    @Bean
    Eligibility eligibility() {
        return EligibilityReader.current();
    }

    @Bean
    DeclarationCheck declarationCheck(Eligibility eligibility) {
        return new DeclarationCheck(eligibility);
    }

    /** Santé.fr has no interface to submit to: whoever has another receiver puts it here. */
    @Bean
    DeclarationReceiver declarationReceiver(Clock clock) {
        return DeclarationReceiver.inMemory(clock);
    }
}

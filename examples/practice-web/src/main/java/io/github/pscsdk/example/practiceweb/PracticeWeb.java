package io.github.pscsdk.example.practiceweb;

import io.github.pscsdk.example.practiceweb.receiver.FormSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

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
}

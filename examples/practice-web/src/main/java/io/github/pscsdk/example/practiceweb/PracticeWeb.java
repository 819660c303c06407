package io.github.pscsdk.example.practiceweb;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Runs the application. */
@SpringBootApplication(proxyBeanMethods = false)
public class PracticeWeb {
    /** Made by Spring. */
    public PracticeWeb() {}

    /** Arguments are settings, such as {@code --spring.profiles.active=simulator}. */
    public static void main(String[] arguments) {
        SpringApplication.run(PracticeWeb.class, arguments);
    }
}

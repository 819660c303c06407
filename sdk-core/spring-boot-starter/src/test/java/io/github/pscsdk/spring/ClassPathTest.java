package io.github.pscsdk.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;
import org.springframework.core.SpringVersion;
import org.springframework.util.ClassUtils;

/** These tests run four times, on two Spring Boots, each with and without Spring Security; each run is what it says it is. */
class ClassPathTest {
    private static final String CHAIN = "org.springframework.security.web.SecurityFilterChain";

    @Test
    void the_spring_boot_is_the_expected_one_with_its_own_framework() {
        var boot = System.getProperty("spring-boot.expected");

        assertEquals(boot, SpringBootVersion.getVersion());
        var framework = boot.startsWith("3.") ? "6." : "7.";
        assertEquals(framework, SpringVersion.getVersion().substring(0, 2));
    }

    @Test
    void micrometer_is_there_where_spring_security_is() {
        var expected = Boolean.parseBoolean(System.getProperty("spring-security.expected", "true"));

        assertEquals(
                expected,
                ClassUtils.isPresent(
                        "io.micrometer.core.instrument.MeterRegistry", ClassPathTest.class.getClassLoader()));
    }

    @Test
    void spring_security_is_there_in_one_run_of_two() {
        var expected = Boolean.parseBoolean(System.getProperty("spring-security.expected", "true"));

        assertEquals(expected, ClassUtils.isPresent(CHAIN, ClassPathTest.class.getClassLoader()));
    }
}

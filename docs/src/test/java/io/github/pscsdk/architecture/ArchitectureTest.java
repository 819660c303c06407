package io.github.pscsdk.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.github.pscsdk.architecture.Conditions.declareTheirOwnToString;
import static io.github.pscsdk.architecture.Conditions.homeOf;
import static io.github.pscsdk.architecture.Modules.API;
import static io.github.pscsdk.architecture.Modules.DIAGNOSTIC;
import static io.github.pscsdk.architecture.Modules.SHIPPED;
import static io.github.pscsdk.architecture.Modules.SPI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.DeviceWatch;
import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
    /** Annotations alone. */
    private static final String NULLS = "org.jspecify.annotations";

    private static final String BROWSER = "..testkit.chromium..";
    private static final String PROCESS_STATE = "io.github.pscsdk.pluginverification.internal.ProcessState";
    /** The main class of a process. */
    private static final String ARCHIVE_TRIAL = "io.github.pscsdk.command.internal.plugin.ArchiveTrial";

    private static final String[] WORKSTATION_HALF = {
        "..pscsdk.workstation..", "..pscsdk.pluginhost..", "..pscsdk.pluginverification..", "..pscsdk.command.."
    };

    private static final String DESKTOP_WINDOWS = "..example.desktop.ui..";

    private static final String AUTO_CONFIGURATION = "..pscsdk.spring..";
    private static final String WEB_APPLICATION = "..example.practiceweb..";

    /** Opens the system's key stores, and reads certificates alone, as NoSecretIT sees to. */
    private static final String TRUSTED_AUTHORITIES = "io.github.pscsdk.pluginhost.TrustedAuthorities";

    private static final JavaClasses SDK =
            SHIPPED.that(not(resideInAPackage("..example..").or(resideInAPackage(BROWSER))));

    private static final JavaClasses DECLARATIONS =
            SHIPPED.that(resideInAnyPackage("..example.declaration..", "..example.imports.."));

    private static final Set<String> TIMERS_OF_THE_JDK = Set.of("orTimeout", "completeOnTimeout", "delayedExecutor");

    private static final Map<String, ArchRule> RULES_FOR_ALL = Map.of(
            "the contract depends on nothing but the JDK and the annotations of JSpecify",
            classes()
                    .that()
                    .resideInAnyPackage(API + "..", SPI, DIAGNOSTIC)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", NULLS, API + "..", SPI, DIAGNOSTIC),
            "api never looks back at spi",
            noClasses()
                    .that()
                    .resideInAPackage(API + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(SPI),
            "diagnostic looks at neither",
            noClasses()
                    .that()
                    .resideInAPackage(DIAGNOSTIC)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(API + "..", SPI),
            "plug-ins and the test kit see nothing else of the SDK but the contract",
            noClasses()
                    .that()
                    .resideInAnyPackage("..pscsdk.plugin..", "..pscsdk.testkit..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..pscsdk.workstation..",
                            "..pscsdk.relyingparty..",
                            "..pscsdk.proxy..",
                            "..pscsdk.proxytools..",
                            "..pscsdk.spring..",
                            "..pscsdk.command..",
                            "..pscsdk.guide..",
                            "..pscsdk.support..",
                            "..pscsdk.example.."),
            "the workstation half sees neither the server half nor what could hold its secret",
            noClasses()
                    .that()
                    .resideInAnyPackage(WORKSTATION_HALF)
                    .and()
                    .doNotHaveFullyQualifiedName(TRUSTED_AUTHORITIES)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..pscsdk.relyingparty..", "..pscsdk.proxy..", "..pscsdk.proxytools..", "com.nimbusds..")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.security.KeyStore"),
            "the server half does not see the workstation",
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "..pscsdk.relyingparty..", "..pscsdk.proxy..", "..pscsdk.proxytools..", "..pscsdk.spring..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(WORKSTATION_HALF),
            // The lab is one of our programs, and the form a service of the state: neither is a vendor's.
            "examples use what vendors may use",
            noClasses()
                    .that()
                    .resideInAPackage("..pscsdk.example..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("io.github.pscsdk..internal..")
                            .and(resideOutsideOfPackages(
                                    "..example..", "..commandline.internal", "..relyingparty.internal.settings"))),
            "time is read from a Clock",
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis"),
            "the JDK's logging is not used, but by Selenium's own settings; whoever judges a plug-in looks at what it does there",
            noClasses()
                    .that()
                    .resideOutsideOfPackage(BROWSER)
                    .and()
                    .doNotHaveFullyQualifiedName("io.github.pscsdk.testkit.contract.internal.log.JdkLogCapture")
                    .and()
                    .doNotHaveFullyQualifiedName(PROCESS_STATE)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("java.util.logging.."),
            "generic exceptions are not thrown",
            NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS);

    private static final Map<String, ArchRule> RULES_FOR_WHAT_IS_PUBLISHED = Map.of(
            "internal settings and commands are for the programs among the examples alone",
            noClasses()
                    .that()
                    .resideInAPackage("..pscsdk.example..")
                    .and()
                    .resideOutsideOfPackages("..example.lab..", "..example.santefr..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..commandline.internal", "..relyingparty.internal.settings"),
            "Jedis has one home",
            homeOf("redis.clients..", "..sessionstore.redis.."),
            "timers follow the owner's clock, but for sockets and for the wait of a close",
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..pscsdk.time..", "..pscsdk.example..")
                    .and()
                    .haveNameNotMatching(".*\\.(RequestBody|Forwarder|BackchannelLogins|SignOuts)(\\$.*)?")
                    .should()
                    .callMethodWhere(describe(
                            "sets a timer of the JDK",
                            call -> call.getTargetOwner().isEquivalentTo(CompletableFuture.class)
                                    && TIMERS_OF_THE_JDK.contains(call.getName())))
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(ScheduledExecutorService.class),
            "work goes to threads of ours: the common pool, which has one on a small machine, may be held by anybody",
            noClasses()
                    .should()
                    .callMethod(CompletableFuture.class, "runAsync", Runnable.class)
                    .orShould()
                    .callMethod(CompletableFuture.class, "supplyAsync", Supplier.class),
            "a pool of connections has one home",
            homeOf("com.zaxxer..", "..proxy.internal.store.."),
            "Micrometer has one home in each half of the server",
            homeOf("io.micrometer..", "..relyingparty.event..", "..proxy.internal.monitoring..", "..pscsdk.spring.."),
            "what other people call internal is theirs",
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("..internal..").and(not(resideInAPackage("io.github.pscsdk..")))),
            "of the engine the contract's tests see the guards of plug-ins, and plug-ins and the rest of the test kit nothing",
            noClasses()
                    .that()
                    .resideInAnyPackage("..pscsdk.plugin..", "..pscsdk.testkit..")
                    .and()
                    .resideOutsideOfPackage("..testkit.contract..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..pscsdk.pluginhost..", "..pscsdk.pluginverification.."),
            "nothing that is published depends on an example",
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..pscsdk.example..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..pscsdk.example.."),
            "nothing that runs at a vendor's depends on the test kit",
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..pscsdk.example..", "..pscsdk.testkit..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..pscsdk.testkit.."));

    private static final Map<String, ArchRule> RULES_FOR_THE_BROWSER_OF_THE_TESTS = Map.of(
            "Selenium has one home",
            homeOf("org.openqa.selenium..", BROWSER),
            "it knows nothing of what it is pointed at",
            noClasses()
                    .that()
                    .resideInAPackage(BROWSER)
                    .should()
                    .dependOnClassesThat(resideInAPackage("io.github.pscsdk..").and(resideOutsideOfPackage(BROWSER))),
            "what is shipped does not depend on it",
            noClasses()
                    .that()
                    .resideOutsideOfPackage(BROWSER)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(BROWSER));

    private static final Map<String, ArchRule> RULES_FOR_SPRING = Map.of(
            "Spring has one home",
            homeOf("org.springframework..", AUTO_CONFIGURATION, WEB_APPLICATION, "..example.quickstart.web.."),
            "the auto-configuration knows no application and nothing that is declared",
            noClasses()
                    .that()
                    .resideInAPackage(AUTO_CONFIGURATION)
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("..pscsdk.example..").and(resideOutsideOfPackage(AUTO_CONFIGURATION))),
            "what needs Spring Security has it in its name, so that nothing else asks for it",
            noClasses()
                    .that()
                    .resideInAPackage(AUTO_CONFIGURATION)
                    .and()
                    .haveNameNotMatching(".*Security.*")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.springframework.security.."),
            "the starter has the packages of Spring Boot that 3.5 and 4 share",
            noClasses()
                    .that()
                    .resideInAPackage(AUTO_CONFIGURATION)
                    .should()
                    .dependOnClassesThat(resideInAPackage("org.springframework.boot..")
                            .and(not(resideInAnyPackage(
                                    "org.springframework.boot.autoconfigure",
                                    "org.springframework.boot.autoconfigure.condition",
                                    "org.springframework.boot.context.event",
                                    "org.springframework.boot.context.properties.bind",
                                    "org.springframework.boot.diagnostics")))),
            "the web application spells declarations in one place, and reads the answers to them in another",
            noClasses()
                    .that()
                    .resideInAPackage(WEB_APPLICATION)
                    .and()
                    .resideOutsideOfPackages("..practiceweb.declaration..", "..practiceweb.receiver..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.fasterxml.jackson..", "..example.declaration.hours.."),
            "the web application has no cycles",
            slices().matching("io.github.pscsdk.example.practiceweb.(*)..")
                    .should()
                    .beFreeOfCycles(),
            "the auto-configuration runs in any servlet container",
            noClasses()
                    .that()
                    .resideInAPackage(AUTO_CONFIGURATION)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.."));

    private static final Map<String, ArchRule> RULES_FOR_WHAT_IS_SHOWN_AT_LOGIN = Map.of(
            "jte has one home",
            homeOf("gg.jte..", "..testkit.simulator.internal..", "..pscsdk.example.."),
            "ZXing has one home",
            homeOf("com.google.zxing..", "..pscsdk.loginui"),
            "the login guide knows the diagnostics alone",
            classes()
                    .that()
                    .resideInAPackage("..pscsdk.guide..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", NULLS, DIAGNOSTIC, "com.fasterxml.jackson..", "..pscsdk.guide.."),
            "the login screen knows the contract alone, and neither half",
            classes()
                    .that()
                    .resideInAPackage("..pscsdk.loginui..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "javax..",
                            NULLS,
                            "com.google.zxing..",
                            "..pscsdk.api..",
                            DIAGNOSTIC,
                            "..pscsdk.loginui.."));

    private static final Map<String, ArchRule> RULES_FOR_THE_DESKTOP = Map.of(
            "FlatLaf has one home",
            homeOf("com.formdev.flatlaf..", DESKTOP_WINDOWS),
            "Swing has one home, and the program hands work to its thread",
            noClasses()
                    .that()
                    .resideInAPackage("..example.desktop..")
                    .and()
                    .resideOutsideOfPackage(DESKTOP_WINDOWS)
                    .and()
                    .doNotHaveFullyQualifiedName("io.github.pscsdk.example.desktop.PracticeDesktop")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javax.swing..", "java.awt.."),
            "the desktop leaves SQL and encryption to the outbox",
            noClasses()
                    .that()
                    .resideInAPackage("..example.desktop..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "javax.crypto.."),
            "the outbox and the support archive know the contract and nothing else of the SDK",
            noClasses()
                    .that()
                    .resideInAnyPackage("..pscsdk.outbox..", Modules.SUPPORT)
                    .should()
                    .dependOnClassesThat(resideInAPackage("..pscsdk..")
                            .and(not(
                                    resideInAnyPackage("..pscsdk.outbox..", Modules.SUPPORT, API + "..", DIAGNOSTIC)))),
            "Jackson has one home",
            noClasses()
                    .that()
                    .resideInAPackage("..example.desktop..")
                    .and()
                    .resideOutsideOfPackage("..example.desktop.handover..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.fasterxml.jackson.."),
            "the desktop has no cycles",
            slices().matching("io.github.pscsdk.example.desktop.(*)..").should().beFreeOfCycles());

    private static final Map<String, ArchRule> RULES_FOR_THE_SDK = Map.of(
            "OkHttp has one home",
            homeOf("okhttp3..", "..internal.http..", "..pscsdk.httpclient.."),
            "Nimbus has one home",
            homeOf("com.nimbusds..", "..relyingparty.internal.oidc.."),
            "Jackson has one home",
            homeOf("com.fasterxml.jackson..", "..json..", "..pscsdk.guide", Modules.SUPPORT, "..proxytools.internal.."),
            "YAML has one home",
            homeOf("org.yaml..", "..testkit.simulator", "..pscsdk.proxytools"),
            "PF4J has one home, and plug-ins use its annotation",
            homeOf("org.pf4j..", "..pscsdk.pluginhost..", "..pscsdk.plugin.."),
            "smart cards have one home",
            homeOf("javax.smartcardio..", "..pscsdk.plugin.cps..", "..testkit.card.."),
            "nobody sleeps but the card's plug-in, which has the contract alone, and a plug-in that awaits its device",
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..plugin.cps.internal.pcsc..")
                    .and()
                    .areNotAssignableTo(AuthenticationContext.class)
                    .should()
                    .callMethod(Thread.class, "sleep", long.class)
                    .orShould()
                    .callMethod(TimeUnit.class, "sleep", long.class),
            "tokens print themselves with care",
            classes().that().haveSimpleNameEndingWith("Token").should(declareTheirOwnToString()),
            "nobody writes to the standard streams; whoever judges a plug-in looks at what it does there",
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("io.github.pscsdk.testkit.contract.internal.log.ConsoleCapture")
                    .and()
                    .doNotHaveFullyQualifiedName(PROCESS_STATE)
                    .and()
                    .doNotHaveFullyQualifiedName(ARCHIVE_TRIAL)
                    .should(ACCESS_STANDARD_STREAMS),
            "the server half has no cycles",
            slices().matching("io.github.pscsdk.relyingparty.internal.(*)..")
                    .should()
                    .beFreeOfCycles());

    private static final Map<String, ArchRule> RULES_FOR_THE_WORKSTATION = Map.of(
            "the workstation half has no cycles",
            slices().matching("io.github.pscsdk.workstation.internal.(*)..")
                    .should()
                    .beFreeOfCycles(),
            "one class of the workstation half sees certificates, and only those that a server shows",
            noClasses()
                    .that()
                    .resideInAPackage("..pscsdk.workstation..")
                    .and()
                    .doNotHaveFullyQualifiedName("io.github.pscsdk.workstation.internal.http.CertificateRecorder")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("java.security.cert.."));

    private static final Map<String, ArchRule> RULES_FOR_WEB_APPLICATIONS = Map.of(
            "what web applications share knows no framework, and of the engine its JSON and its secrets",
            classes()
                    .that()
                    .resideInAPackage(Modules.RELYING_PARTY_WEB)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            NULLS,
                            "org.slf4j",
                            API + "..",
                            DIAGNOSTIC,
                            Modules.RELYING_PARTY,
                            Modules.RELYING_PARTY + ".internal.async",
                            Modules.RELYING_PARTY + ".internal.json",
                            Modules.RELYING_PARTY + ".internal.profile",
                            Modules.RELYING_PARTY + ".environment",
                            Modules.RELYING_PARTY + ".session",
                            Modules.RELYING_PARTY_WEB,
                            Modules.SESSION_STORE),
            "the relying party does without it",
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            Modules.RELYING_PARTY_WEB, "..pscsdk.spring..", "..pscsdk.proxy..", "..pscsdk.example..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(Modules.RELYING_PARTY_WEB));

    private static final Map<String, ArchRule> RULES_FOR_DECLARATIONS = Map.of(
            "the CSV format has one home",
            homeOf("com.fasterxml.jackson.dataformat..", "..example.imports.csv.."),
            "jsoup has one home",
            homeOf("org.jsoup..", "..example.declaration.text..", "..example.imports"),
            "Jackson's data binding has one home",
            homeOf("com.fasterxml.jackson.databind..", "..json.."),
            "there are no cycles",
            slices().matching("io.github.pscsdk.example.(declaration|imports).(*)..")
                    .should()
                    .beFreeOfCycles());

    @TestFactory
    Stream<DynamicTest> rules_for_declarations() {
        return checks(RULES_FOR_DECLARATIONS, DECLARATIONS);
    }

    @Test
    void packages_know_each_other_in_one_direction() {
        slices().matching("io.github.pscsdk.(**)").should().beFreeOfCycles().check(SDK);
    }

    @TestFactory
    Stream<DynamicTest> rules_for_all() {
        return checks(RULES_FOR_ALL, SHIPPED);
    }

    @TestFactory
    Stream<DynamicTest> rules_for_what_is_published() {
        return checks(RULES_FOR_WHAT_IS_PUBLISHED, SHIPPED);
    }

    @TestFactory
    Stream<DynamicTest> rules_for_the_browser_of_the_tests() {
        return checks(RULES_FOR_THE_BROWSER_OF_THE_TESTS, SHIPPED);
    }

    @TestFactory
    Stream<DynamicTest> rules_for_spring() {
        return checks(RULES_FOR_SPRING, SHIPPED);
    }

    @TestFactory
    Stream<DynamicTest> rules_for_what_is_shown_at_login() {
        return checks(RULES_FOR_WHAT_IS_SHOWN_AT_LOGIN, SDK);
    }

    @TestFactory
    Stream<DynamicTest> rules_for_the_desktop() {
        return checks(RULES_FOR_THE_DESKTOP, SHIPPED);
    }

    @TestFactory
    Stream<DynamicTest> rules_for_web_applications() {
        return checks(RULES_FOR_WEB_APPLICATIONS, SHIPPED);
    }

    @TestFactory
    Stream<DynamicTest> rules_for_the_sdk() {
        return checks(RULES_FOR_THE_SDK, SDK);
    }

    @TestFactory
    Stream<DynamicTest> rules_for_the_workstation() {
        return checks(RULES_FOR_THE_WORKSTATION, SDK);
    }

    @Test
    void the_rules_look_at_every_module() {
        var seen = List.of(
                Modules.API,
                Modules.SPI,
                Modules.DIAGNOSTIC,
                Modules.WORKSTATION,
                Modules.RELYING_PARTY,
                Modules.LOGIN_UI,
                Modules.GUIDE,
                Modules.SUPPORT,
                "io.github.pscsdk.testkit.contract",
                "io.github.pscsdk.testkit.card",
                "io.github.pscsdk.testkit.persona",
                "io.github.pscsdk.testkit.simulator",
                "io.github.pscsdk.testkit.simulator.model",
                "io.github.pscsdk.plugin.stub",
                "io.github.pscsdk.testkit.chromium",
                "io.github.pscsdk.plugin.cps",
                "io.github.pscsdk.plugin.ecps",
                "io.github.pscsdk.sessionstore",
                "io.github.pscsdk.sessionstore.testkit",
                "io.github.pscsdk.sessionstore.jdbc",
                "io.github.pscsdk.sessionstore.redis",
                "io.github.pscsdk.tracestore",
                "io.github.pscsdk.proxy",
                "io.github.pscsdk.proxytools",
                "io.github.pscsdk.example.declaration",
                "io.github.pscsdk.example.imports",
                "io.github.pscsdk.example.santefr",
                "io.github.pscsdk.spring",
                "io.github.pscsdk.example.practiceweb",
                "io.github.pscsdk.command",
                "io.github.pscsdk.commandline",
                "io.github.pscsdk.pluginhost",
                "io.github.pscsdk.pluginverification",
                "io.github.pscsdk.outbox",
                "io.github.pscsdk.example.lab",
                "io.github.pscsdk.example.desktop",
                "io.github.pscsdk.example.badge",
                "io.github.pscsdk.example.quickstart.desktop",
                "io.github.pscsdk.example.quickstart.web");

        for (var name : seen) {
            assertTrue(SHIPPED.containPackage(name), () -> "no class of " + name + " was read");
        }
        assertTrue(SHIPPED.size() > 250, () -> "only " + SHIPPED.size() + " classes were read");
    }

    /** Otherwise an object of a plug-in's class could get through to the host. */
    @Test
    void what_a_plug_in_hands_to_the_engine_is_of_a_class_that_it_cannot_extend() {
        var open = Stream.of(AuthenticationContext.class, LoginDialog.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .flatMap(method -> Arrays.stream(method.getParameterTypes()))
                .filter(type -> !Modifier.isFinal(type.getModifiers()))
                .collect(Collectors.toSet());

        // The one is wrapped by the plug-in host, the other is copied by the engine, and the last is called in the
        // plug-in's own call.
        assertEquals(Set.of(DeviceWatch.class, List.class, Callable.class), open);
    }

    /** docs/decisions/0051: where a plug-in's one-time code ends, and the code porteur begins. */
    @Test
    void no_type_and_no_member_of_the_contract_is_named_after_the_code_of_a_card() {
        var contract = SHIPPED.that(resideInAnyPackage(API + "..", SPI, DIAGNOSTIC));
        var named = contract.stream()
                .flatMap(type -> Stream.concat(
                        Stream.of(type.getSimpleName()),
                        type.getMembers().stream().map(JavaMember::getName)))
                .filter(ArchitectureTest::namesTheCodeOfACard)
                .toList();

        assertEquals(List.of(), named);
        assertTrue(namesTheCodeOfACard("CODE_PORTEUR") && namesTheCodeOfACard("readPin") && namesTheCodeOfACard("pin"));
        assertFalse(namesTheCodeOfACard("NOT_PINNED") || namesTheCodeOfACard("OneTimeCodeQuestion"));
    }

    private static boolean namesTheCodeOfACard(String name) {
        return Pattern.compile("(?i:porteur)|(^|_)PIN(_|$)|(^|[a-z])Pin([A-Z]|$)|^pin([A-Z]|$)")
                .matcher(name)
                .find();
    }

    @Test
    void what_an_exception_holds_can_be_serialized_or_is_left_out() {
        // A newer javac warns of it, and a warning is a failure.
        fields().that()
                .areDeclaredInClassesThat()
                .areAssignableTo(Throwable.class)
                .and()
                .areNotStatic()
                .and()
                .doNotHaveModifier(JavaModifier.TRANSIENT)
                .should()
                .haveRawType(describe(
                        "of a serializable type",
                        type -> type.isPrimitive() || type.isArray() || type.isAssignableTo(Serializable.class)))
                .check(SHIPPED);
    }

    @Test
    void a_clock_is_never_the_default_of_a_class() {
        // Where a program is put together it may take the system clock; nothing else may reach for it.
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Builder")
                .and()
                .haveSimpleNameNotEndingWith("Command")
                .and()
                .haveSimpleNameNotEndingWith("AutoConfiguration")
                .and()
                .haveSimpleNameNotEndingWith("ConfigurationReader")
                .and()
                .doNotHaveFullyQualifiedName(ARCHIVE_TRIAL)
                .and()
                .doNotHaveFullyQualifiedName("io.github.pscsdk.loginui.LoginPanel")
                .and()
                .resideOutsideOfPackages("..example..", "..testkit..")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .check(SDK);
    }

    private static Stream<DynamicTest> checks(Map<String, ArchRule> rules, JavaClasses on) {
        return rules.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(on)));
    }
}

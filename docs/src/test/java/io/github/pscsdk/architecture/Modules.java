package io.github.pscsdk.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** All that the project ships, as built: the jars of every module. */
public final class Modules {
    static final String API = "io.github.pscsdk.api";
    static final String SPI = "io.github.pscsdk.spi";
    static final String DIAGNOSTIC = "io.github.pscsdk.diagnostic";
    static final String WORKSTATION = "io.github.pscsdk.workstation";
    static final String RELYING_PARTY = "io.github.pscsdk.relyingparty";
    static final String RELYING_PARTY_WEB = "io.github.pscsdk.relyingparty.web";
    static final String RELYING_PARTY_SETTINGS = "io.github.pscsdk.relyingparty.settings";
    static final String SESSION_STORE = "io.github.pscsdk.sessionstore";
    static final String RELYING_PARTY_DRIFT = "io.github.pscsdk.relyingparty.drift";
    static final String LOGIN_UI = "io.github.pscsdk.loginui";
    static final String GUIDE = "io.github.pscsdk.guide";

    /** The classes of those jars. */
    public static final JavaClasses SHIPPED = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/docs/target/") && !location.contains("test-support"))
            .importPackages("io.github.pscsdk");

    private Modules() {}
}

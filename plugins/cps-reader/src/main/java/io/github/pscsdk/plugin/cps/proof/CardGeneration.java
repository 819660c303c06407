package io.github.pscsdk.plugin.cps.proof;

import java.util.List;

/** What the authentication key of a card can do (cps-card, sections 5 and 9). */
public enum CardGeneration {
    /**
     * No RSA-PSS, hence no TLS 1.3; the key signs only what was hashed outside ({@code CKM_RSA_PKCS}), so that the mechanisms with a
     * hash are put out of Java's sight. The module of ANS lists the first two of them; the others come with other modules.
     */
    CPS3(List.of("TLSv1.2"), """
            disabledMechanisms = {
              CKM_SHA1_RSA_PKCS CKM_SHA256_RSA_PKCS
              CKM_SHA224_RSA_PKCS CKM_SHA384_RSA_PKCS CKM_SHA512_RSA_PKCS
              CKM_RSA_PKCS_PSS CKM_SHA1_RSA_PKCS_PSS CKM_SHA224_RSA_PKCS_PSS
              CKM_SHA256_RSA_PKCS_PSS CKM_SHA384_RSA_PKCS_PSS CKM_SHA512_RSA_PKCS_PSS
            }
            """),
    /** RSA-PSS too: TLS 1.2 and 1.3. */
    CPS4(List.of("TLSv1.3", "TLSv1.2"), "");

    private final List<String> protocols;
    private final String moduleOptions;

    CardGeneration(List<String> protocols, String moduleOptions) {
        this.protocols = protocols;
        this.moduleOptions = moduleOptions;
    }

    /** What the client offers. */
    String[] protocols() {
        return protocols.toArray(String[]::new);
    }

    /** Lines for the configuration of SunPKCS11. */
    String moduleOptions() {
        return moduleOptions;
    }
}

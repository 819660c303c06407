package io.github.pscsdk.plugin.cps.internal.card;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.pscsdk.testkit.support.AnyInput;

class CertificateFuzz {
    @FuzzTest
    void any_certificate_tells_of_a_holder_or_is_refused(byte[] der) {
        AnyInput.read(() -> AuthenticationCertificate.of(der), CardDataException.class);
    }
}

package io.github.pscsdk.plugin.cps.internal.card;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.pscsdk.testkit.support.AnyInput;

class TlvFuzz {
    @FuzzTest
    void any_bytes_are_values_or_refused(byte[] bytes) {
        AnyInput.read(() -> Tlv.extent(bytes), CardDataException.class);
        AnyInput.read(() -> Tlv.extentOfFirst(bytes), CardDataException.class);
        AnyInput.read(
                () -> {
                    for (var tlv : Tlv.all(bytes)) {
                        tlv.deep().forEach(Tlv::value);
                    }
                },
                CardDataException.class);
    }
}

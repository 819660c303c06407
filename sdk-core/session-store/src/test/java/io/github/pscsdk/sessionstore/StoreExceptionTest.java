package io.github.pscsdk.sessionstore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StoreExceptionTest {
    @Test
    void whoever_knows_nothing_of_stores_is_told_its_code_once() {
        var told = StoreException.unavailable("it does not answer", null).asPscException();

        assertEquals("PSC-049 STORE_UNAVAILABLE: it does not answer", told.getMessage());
    }
}

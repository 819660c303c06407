package io.github.pscsdk.example.practiceweb.receiver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReceiptTest {
    @Test
    void a_receipt_prints_its_number_and_nobody() throws Exception {
        var declaration = DeclarationDocument.read(
                "{\"professional\":{\"nationalId\":\"899999100011\"}}".getBytes(StandardCharsets.UTF_8));

        var receipt = new FormReceiver.Receipt("SF-1", Instant.EPOCH, declaration);

        assertEquals("Receipt[SF-1]", receipt.toString());
    }
}

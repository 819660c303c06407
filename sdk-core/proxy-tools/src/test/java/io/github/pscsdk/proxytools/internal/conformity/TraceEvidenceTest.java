package io.github.pscsdk.proxytools.internal.conformity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceEvidenceTest {
    private static final String PLAIN =
            "{\"type\":\"SEND\",\"timestamp\":\"2026-11-27T10:00:00Z\",\"ipAddress\":\"203.0.113.7\",\"ports\":[1,2]}";
    private static final String ENCRYPTED =
            "{\"timestamp\":\"2026-11-27T10:00:01Z\",\"id\":\"6f1c0000-0000-4000-8000-000000000000\",\"encrypted\":\"AQ==\"}";

    @TempDir
    private Path folder;

    private void write(String... lines) throws IOException {
        Files.writeString(folder.resolve("traces-2026-11-27.jsonl"), String.join("\n", lines));
    }

    @Test
    void half_a_line_is_passed_over() throws Exception {
        write(PLAIN, PLAIN.substring(0, 30));

        assertEquals(1, TraceEvidence.read(folder).size());
    }

    /** What can be read would be judged as if it were all. */
    @Test
    void a_folder_in_which_some_traces_are_encrypted_is_refused_with_what_to_give_instead() throws Exception {
        write(PLAIN, ENCRYPTED);

        var failure = assertThrows(IOException.class, () -> TraceEvidence.read(folder));
        assertTrue(failure.getMessage().contains("proxy-esante traces"), failure::getMessage);
    }

    @Test
    void a_page_s_trace_that_could_not_be_decrypted_is_no_trace() throws Exception {
        write("{\"timestamp\":\"2026-11-27T10:00:01Z\",\"problem\":\"PSC-050\"}", PLAIN);

        assertEquals(1, TraceEvidence.read(folder).size());
    }
}

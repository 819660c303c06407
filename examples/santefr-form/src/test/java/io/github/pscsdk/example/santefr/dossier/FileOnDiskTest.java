package io.github.pscsdk.example.santefr.dossier;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.declaration.lifecycle.LifeCycle;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck;
import io.github.pscsdk.example.declaration.rules.Eligibility;
import io.github.pscsdk.example.declaration.sample.SampleCallers;
import io.github.pscsdk.example.declaration.sample.SampleDeclaration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileOnDiskTest {
    @TempDir
    private Path folder;

    @Test
    void what_was_told_as_kept_is_in_the_file_at_once() throws Exception {
        var caller = SampleCallers.pharmacist();
        var life = new LifeCycle(new DeclarationCheck(Eligibility.current()), Clock.systemUTC());
        try (var store = DossierStore.open(folder.resolve("form"))) {
            for (var round = 0; round < 5; round++) {
                var kept = store.add(life.create(SampleDeclaration.flawless().read(), caller), 100);

                var copy = folder.resolve("copy-" + round);
                Files.copy(folder.resolve("form.mv.db"), folder.resolve("copy-" + round + ".mv.db"));

                try (var killed = DossierStore.open(copy)) {
                    assertTrue(killed.find(kept.number(), caller.key()).isPresent(), "round " + round);
                }
            }
        }
    }
}

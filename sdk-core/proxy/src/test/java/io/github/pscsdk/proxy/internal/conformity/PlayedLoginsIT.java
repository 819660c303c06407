package io.github.pscsdk.proxy.internal.conformity;

import io.github.pscsdk.proxy.internal.conformity.Breakages.Breakage;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** As {@link ConformityIT}, with what is wrong in logins: beside it, since each of them waits for four answers of Pro Santé Connect. */
class PlayedLoginsIT {
    @AutoClose
    private static Installation installation;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        installation = new Installation(folder);
    }

    static Stream<Breakage> breakages() {
        return Breakages.played();
    }

    @ParameterizedTest
    @MethodSource("breakages")
    void one_thing_that_is_wrong_in_a_login_leaves_its_obligations_unmet_and_no_others(Breakage breakage)
            throws Exception {
        breakage.assertSeen(installation);
    }
}

package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import io.github.pscsdk.commandline.internal.CommandTexts;
import io.github.pscsdk.commandline.internal.LocalProxy;
import io.github.pscsdk.commandline.internal.Screen;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.lab.PscLab;
import io.github.pscsdk.example.lab.declaration.CentreFile;
import io.github.pscsdk.example.lab.outcome.Summary;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;

/** What several tests of the demonstration need. */
final class Fixtures {
    static final Texts TEXTS = CommandTexts.of(PscLab.class, Language.ENGLISH);

    private Fixtures() {}

    /** A demonstration with the real plug-in archive, which nobody watches. */
    static Demo demo(DemoServers servers) {
        return new Demo(
                servers,
                CommandRun.PLUGINS,
                Optional.empty(),
                Optional.empty(),
                new Screen(new PrintWriter(Writer.nullWriter()), TEXTS, false));
    }

    /** The servers of a demonstration. */
    static DemoServers servers() throws PscException {
        return DemoServers.start(DemoSettings.hasty(DemoPorts.FREE, Optional.empty()));
    }

    /** Practice software at those servers, with the real plug-in archives. */
    static PscClientBuilder software(DemoServers servers) {
        return assertDoesNotThrow(() -> PscClientBuilder.forServerHalf(servers.proxy()))
                .clientId(LocalProxy.CLIENT)
                .applicationToken(LocalProxy.APPLICATION_TOKEN)
                .pluginDirectory(CommandRun.PLUGINS);
    }

    /** Our own sample. */
    static CentreFile sample() throws Exception {
        return Input.of(Optional.empty(), TEXTS).file();
    }

    /** Its first rows: three, with the header above them. */
    static CentreFile threeRows() throws Exception {
        try (var in = Input.class.getResourceAsStream("/io/github/pscsdk/example/lab/sample/centres-fictifs.csv")) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .limit(4);
            var content = lines.collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8);
            return CentreFile.of(() -> new ByteArrayInputStream(content));
        }
    }

    /** The summary of a whole run. */
    static Summary run(DemoServers servers, CentreFile file) throws Exception {
        var summary = new Summary.Counter();
        demo(servers).run(file, summary);
        return summary.build();
    }
}

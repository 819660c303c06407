package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import io.github.pscsdk.commandline.CommandTexts;
import io.github.pscsdk.commandline.LocalProxy;
import io.github.pscsdk.commandline.Screen;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.csv.Row;
import io.github.pscsdk.example.lab.PscLab;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/** What several tests of the demonstration need. */
final class Fixtures {
    static final Texts TEXTS = CommandTexts.of(PscLab.class, Language.ENGLISH);

    private Fixtures() {}

    /** A demonstration with the real plug-in archive, which nobody watches. */
    static Demo demo(DemoServers servers) {
        return new Demo(servers, CommandRun.PLUGINS, new Screen(new PrintWriter(Writer.nullWriter()), TEXTS, false));
    }

    /** Practice software at those servers, with the real plug-in archives. */
    static PscClientBuilder software(DemoServers servers) {
        return assertDoesNotThrow(() -> PscClientBuilder.forServerHalf(servers.proxy()))
                .clientId(LocalProxy.CLIENT)
                .applicationToken(LocalProxy.APPLICATION_TOKEN)
                .pluginDirectory(CommandRun.PLUGINS);
    }

    /** The rows of our own sample. */
    static List<Row> sample() throws Exception {
        return Input.of(Optional.empty(), TEXTS).rows();
    }
}

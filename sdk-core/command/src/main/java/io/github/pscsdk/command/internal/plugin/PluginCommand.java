package io.github.pscsdk.command.internal.plugin;

import io.github.pscsdk.command.internal.json.Json;
import io.github.pscsdk.command.internal.json.PluginDocument;
import io.github.pscsdk.command.internal.json.PluginDocument.Verification;
import io.github.pscsdk.commandline.internal.Commands;
import io.github.pscsdk.commandline.internal.InteractiveCommand;
import io.github.pscsdk.commandline.internal.Screen;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** The command line of what concerns one plug-in. */
@Command(
        name = "plugin",
        header = "Looks at plug-in archives: for whoever makes one, or is about to give it out.",
        subcommands = PluginCommand.Verify.class,
        footer = "  psc plugin verify badge-1.0.0-plugin.jar")
public final class PluginCommand extends Commands.Group {
    /** The command line of the verification of archives. */
    @Command(
            name = "verify",
            header = "Says whether plug-in archives are fit for hosts, and what is wrong with them.",
            description = {
                "Examines each archive as a host does, reads its class files, its index, its signature and its licences, and loads it "
                        + "in a process of its own, for which it needs a java beside it. Whoever loads a plug-in runs its code: verify "
                        + "only what you would install. An archive that hosts refuse before they run anything of it is not loaded.",
                "",
                "Needs no server and no network. Ends with 0 if each is fit, with 1 otherwise."
            },
            sortOptions = false)
    public static final class Verify extends InteractiveCommand {
        @Parameters(arity = "1..*", paramLabel = "FILE", description = "The archives.")
        private List<Path> archives = new ArrayList<>();

        @Override
        protected int work(Texts texts, Screen screen) throws PscException {
            var verifier = new ArchiveVerifier(
                    texts.language().locale(),
                    TrialProcess.byJavaOfThisMachine(texts.language().locale())::run);
            var verified = new ArrayList<PluginDocument.Archive>();
            for (var archive : archives) {
                screen.say("plugins.verifying", archive);
                verified.add(verifier.verify(archive));
            }
            var document = new Verification(List.copyOf(verified));
            print(texts, () -> Json.write(document), () -> PluginReport.of(document, texts));
            return document.isFit() ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }
}

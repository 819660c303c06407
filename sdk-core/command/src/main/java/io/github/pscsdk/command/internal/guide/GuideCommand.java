package io.github.pscsdk.command.internal.guide;

import io.github.pscsdk.command.internal.guide.ProblemPlaces.Place;
import io.github.pscsdk.command.internal.json.Json;
import io.github.pscsdk.commandline.internal.DefaultPluginFolder;
import io.github.pscsdk.commandline.internal.InteractiveCommand;
import io.github.pscsdk.commandline.internal.Keyboard;
import io.github.pscsdk.commandline.internal.Screen;
import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.guide.GuideAddresses;
import io.github.pscsdk.guide.SantefrGuide;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The command line of the login guide. */
@Command(
        name = "guide",
        header = "Leads from a login that does not work to one that does.",
        description = {
            "Asks one question at a time: a number chooses, b goes back, q quits. The tree is the guide that Sante.fr published in "
                    + "November 2023, with steps of the SDK's own around it; each sentence says whose it is. "
                    + "--json prints the whole tree.",
            "",
            "Needs no server and no network."
        },
        sortOptions = false)
public final class GuideCommand extends InteractiveCommand {
    @ArgGroup(exclusive = true)
    private Form form = new Form();

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "For --from: the folder of plug-in archives whose problems are known too. "
                    + "Default: the folder \"plugins\" beside the running jar.")
    private Optional<Path> plugins = Optional.empty();

    @Option(
            names = "--addresses",
            paramLabel = "FILE",
            description = {
                "Addresses that the guide does not give, with the day on which they were read, as lines such as",
                "  ans-support = https://support.example/cards 2026-11-02",
                "for unlock, ans-support, diagcps, nurse-document and ans-resources."
            })
    private Optional<Path> addresses = Optional.empty();

    /** One of these, or the whole walk from the start. */
    private static final class Form {
        @Option(
                names = "--from",
                paramLabel = "CODE",
                description = "Begin where the problem of that code goes on, such as PSC-003 or CPS-014.")
        private Optional<String> code = Optional.empty();

        @Option(names = "--tree", description = "Print the whole tree instead.")
        private boolean tree;
    }

    private record Tree(String language, String start, List<LoginGuide.Step> steps) {}

    @Override
    protected int work(Texts texts, Screen errors) throws InterruptedException {
        var guide = SantefrGuide.in(texts.language().locale(), addresses(texts));
        // Before anything is shown: a code that nobody knows is a slip of the command line.
        var place = form.code.map(code -> place(guide, code, texts));
        var start = place.map(Place::step).orElseGet(guide::start);
        var text = new StepText(texts);
        if (json() || form.tree) {
            var tree = new Tree(guide.language().toLanguageTag(), start.id(), guide.steps());
            print(texts, () -> Json.write(tree), () -> text.tree(guide));
        } else {
            var out = new Screen(spec.commandLine().getOut(), texts, false);
            place.ifPresent(found -> out.show(List.of(found.title(), "")));
            new GuidedWalk(guide, text, out, Keyboard.ofStandardInput()).from(start);
        }
        return ExitCode.OK;
    }

    private GuideAddresses addresses(Texts texts) {
        var read = GuideAddresses.none();
        if (addresses.isEmpty()) {
            return read;
        }
        var file = addresses.get();
        var lines = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            lines.load(in);
            for (var link : lines.stringPropertyNames()) {
                read = read.with(link, lines.getProperty(link));
            }
            return read;
        } catch (IOException | IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), texts.get("guide.addresses.unusable", file, String.valueOf(e.getMessage())), e);
        }
    }

    private Place place(LoginGuide guide, String code, Texts texts) {
        return new ProblemPlaces(guide, plugins.orElseGet(DefaultPluginFolder::besideTheJar))
                .of(code)
                .orElseThrow(() -> wrong(texts, "guide.code.unknown", code));
    }
}

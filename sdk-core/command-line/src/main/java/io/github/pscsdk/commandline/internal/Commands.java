package io.github.pscsdk.commandline.internal;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.PscException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Makes the outermost command of a program: exit code 2 where it was used wrongly, and then two or three lines that say
 * how.
 */
public final class Commands {
    /** The exit codes of all commands; docs/command-line.md has the same table. */
    public static final Map<String, String> EXIT_CODES = Collections.unmodifiableMap(UsageMessageSpec.keyValuesMap(
            "0:done",
            "1:failed, or something is not in order; standard error says more",
            "2:used wrongly, or the service cannot start",
            "3:of drift: something may break",
            "4:of drift: logins break",
            "130:stopped by Ctrl-C, everything is tidied up",
            "143:stopped by SIGTERM, likewise"));

    private Commands() {}

    /** Ready to be executed; writes where it is told to. */
    public static CommandLine of(Object command) {
        var made = new CommandLine(command)
                .addSubcommand(new CommandLine.HelpCommand())
                .addSubcommand(new VersionCommand())
                .addSubcommand(new AutoComplete.GenerateCompletion())
                .registerConverter(Language.class, Commands::language)
                .registerConverter(NationalId.class, Commands::nationalId)
                .registerConverter(URI.class, Commands::address)
                .setParameterExceptionHandler(Commands::usedWrongly)
                .setExecutionExceptionHandler((fault, used, arguments) -> faulty(fault, used));
        listExitCodes(made);
        return made;
    }

    private static void listExitCodes(CommandLine command) {
        command.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(EXIT_CODES);
        command.getSubcommands().values().forEach(Commands::listExitCodes);
    }

    private static Language language(String tag) {
        return Language.tagged(tag).orElseThrow(() -> new TypeConversionException("one of fr, en"));
    }

    /** Where it is none, the message says why and does not repeat it. */
    private static NationalId nationalId(String value) {
        NationalId.problemOf(value).ifPresent(problem -> {
            throw new TypeConversionException(
                    problem.remedy(Locale.getDefault()).title() + " (" + problem.code() + ")");
        });
        return NationalId.ofTyped(value);
    }

    private static URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("an address, such as https://host.example");
        }
    }

    /** The same on the standard streams, in an encoding that the terminal understands. */
    public static CommandLine onStandardStreams(Object command) {
        return of(command).setOut(writer(FileDescriptor.out)).setErr(writer(FileDescriptor.err));
    }

    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, Terminal.charset());
    }

    /** Not the whole usage, which would push the reason off the screen. */
    private static int usedWrongly(ParameterException wrong, String... arguments) {
        var command = wrong.getCommandLine();
        command.getErr().println(wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
        command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        // The option has no value yet where another one could not be parsed.
        if (List.of(arguments).contains(CommonOptions.JSON)) {
            var failure = wrong.getCause() instanceof PscException known
                    ? known
                    : new PscException(CommandLineProblem.USED_WRONGLY, String.valueOf(wrong.getMessage()));
            printDocument(command, failure);
        }
        return CommandLine.ExitCode.USAGE;
    }

    /** A failure for programs, on standard output. */
    public static void printDocument(CommandLine command, PscException failure) {
        var language = CommandTexts.of(command.getCommandSpec()).language();
        command.getOut().println(document(failure, language));
        command.getOut().flush();
    }

    /** One line of JSON, in ASCII whatever the encoding of the terminal is. */
    private static String document(PscException failure, Language language) {
        var problem = failure.problem();
        var remedy = problem.remedy(language.locale());
        var steps = remedy.steps().stream().map(Commands::quoted).collect(Collectors.joining(", "));
        return "{\"error\": {\"code\": %s, \"party\": %s, \"remedy\": {\"title\": %s, \"steps\": [%s]}, \"detail\": %s}}"
                .formatted(
                        quoted(problem.code()),
                        quoted(problem.party().name()),
                        quoted(remedy.title()),
                        steps,
                        quoted(String.valueOf(failure.getMessage())));
    }

    /** A string of JSON. */
    private static String quoted(String text) {
        return text.chars()
                .mapToObj(c ->
                        c < ' ' || c > '~' || c == '"' || c == '\\' ? "\\u%04x".formatted(c) : String.valueOf((char) c))
                .collect(Collectors.joining("", "\"", "\""));
    }

    /** Without the message of the fault, which may quote anything, and without a stack. */
    private static int faulty(Exception fault, CommandLine used) {
        var place = Stream.of(fault.getStackTrace())
                .findFirst()
                .map(at -> " at " + at)
                .orElse("");
        return InteractiveRun.run(used.getCommandSpec(), (texts, screen) -> {
            throw new PscException(CommandLineProblem.FAULT, fault.getClass().getName() + place, fault);
        });
    }

    /** The version as a subcommand, since everybody tries that first. */
    @Command(name = "version", header = "Prints the version.", sortOptions = false)
    static final class VersionCommand implements Runnable {
        @Spec
        private CommandSpec spec;

        @Mixin
        private CommonOptions common;

        @Override
        public void run() {
            var version = spec.root().version()[0];
            spec.commandLine().getOut().println(common.json() ? "{\"version\": " + quoted(version) + "}" : version);
        }
    }

    /** Answers {@code --version} with what the build wrote into the manifest. */
    public static final class Version implements IVersionProvider {
        @Spec
        private CommandSpec command;

        @Override
        public String[] getVersion() {
            var root = command.root();
            var built = root.userObject().getClass().getPackage().getImplementationVersion();
            return new String[] {root.name() + " " + (built == null ? "(not packaged)" : built)};
        }
    }

    /** A command that has subcommands only: alone it shows its help. */
    @Command(mixinStandardHelpOptions = true, versionProvider = Version.class, footerHeading = "%nExamples:%n")
    public abstract static class Group implements Runnable {
        @Spec
        private CommandSpec spec;

        @Override
        public final void run() {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }
}

package io.github.pscsdk.commandline.internal;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.TypedNationalId;
import io.github.pscsdk.diagnostic.Language;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Makes the outermost command of a program: exit code 2 where it was used wrongly, and then two or three lines that say how. */
public final class Commands {
    private Commands() {}

    /** Ready to be executed; writes where it is told to. */
    public static CommandLine of(Object command) {
        return new CommandLine(command)
                .registerConverter(Language.class, Commands::language)
                .registerConverter(NationalId.class, Commands::nationalId)
                .setParameterExceptionHandler((wrong, arguments) -> usedWrongly(wrong));
    }

    private static Language language(String tag) {
        return Language.tagged(tag).orElseThrow(() -> new TypeConversionException("one of fr, en"));
    }

    /** Where it is none, the message says why and does not repeat it. */
    private static NationalId nationalId(String value) {
        var typed = TypedNationalId.of(value);
        return typed.nationalId().orElseThrow(() -> {
            var problem = typed.problem().orElseThrow();
            return new TypeConversionException(
                    problem.remedy(Locale.getDefault()).title() + " (" + problem.code() + ")");
        });
    }

    /** The same on the standard streams, in an encoding that the terminal understands. */
    public static CommandLine onStandardStreams(Object command) {
        return of(command).setOut(writer(FileDescriptor.out)).setErr(writer(FileDescriptor.err));
    }

    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, Terminal.charset());
    }

    /** Not the whole usage, which would push the reason off the screen. */
    private static int usedWrongly(ParameterException wrong) {
        var command = wrong.getCommandLine();
        command.getErr().println(wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
        command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return CommandLine.ExitCode.USAGE;
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

    /** A command that has subcommands only: alone it shows its help. Exit codes: 0 done, 1 failed, 2 used wrongly; after a signal 128 and its number. */
    @Command(
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:done",
                "1:failed; standard error says what to do",
                "2:used wrongly",
                "130:stopped by Ctrl-C, everything is tidied up",
                "143:stopped by SIGTERM, likewise"
            },
            footerHeading = "%nExamples:%n")
    public abstract static class Group implements Runnable {
        @Spec
        private CommandSpec spec;

        @Override
        public final void run() {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }
}

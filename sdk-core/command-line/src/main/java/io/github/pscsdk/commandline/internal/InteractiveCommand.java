package io.github.pscsdk.commandline.internal;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Texts;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that does its work for a person at a terminal, as {@link InteractiveRun} does, with the common options. */
public abstract class InteractiveCommand implements Callable<Integer> {
    @Spec
    protected CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Override
    public final Integer call() {
        return InteractiveRun.run(spec, this::work);
    }

    /** Returns the exit code. A {@link ParameterException} is a command that was used wrongly. */
    protected abstract int work(Texts texts, Screen screen) throws PscException, InterruptedException;

    /** Whether another program reads standard output. */
    protected final boolean json() {
        return common.json();
    }

    /** A result on standard output: as a document where another program reads it, else as lines for a person. */
    protected final void print(Texts texts, Supplier<String> document, Supplier<List<String>> lines) {
        var out = new Screen(spec.commandLine().getOut(), texts, false);
        out.show(json() ? List.of(document.get()) : lines.get());
    }

    /** The command was used wrongly: a text of the command says how. */
    protected final ParameterException wrong(Texts texts, String key, Object... values) {
        return new ParameterException(spec.commandLine(), texts.get(key, values));
    }
}

package io.github.pscsdk.catalogue;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Java source as the JDK's compiler reads it; nothing is compiled. */
public final class Parsing {
    /** Without a path of processors, the compiler searches the class path of the tests, jar by jar, for plug-ins of its own. */
    private static final List<String> OPTIONS = List.of("-proc:none", "-processorpath", "");

    private Parsing() {}

    public static CompilationUnitTree file(Path file) {
        try {
            return text(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Many files at once, which takes a fraction of the time of one after the other. */
    public static Iterable<? extends CompilationUnitTree> files(List<Path> files) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var sources = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)
                .getJavaFileObjectsFromPaths(files);
        try {
            return ((JavacTask) compiler.getTask(null, null, null, OPTIONS, null, sources)).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static CompilationUnitTree text(String text) {
        var source = new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        var compiler = ToolProvider.getSystemJavaCompiler();
        var task = (JavacTask) compiler.getTask(null, null, null, OPTIONS, null, List.of(source));
        try {
            return task.parse().iterator().next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

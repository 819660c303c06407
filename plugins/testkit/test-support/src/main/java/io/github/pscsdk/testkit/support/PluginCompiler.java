package io.github.pscsdk.testkit.support;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources in memory, against the class path of the tests, for Java 17 as plug-ins are, whatever the JDK. */
public final class PluginCompiler {
    private record Task(Map<String, String> sources, List<String> options) {}

    private static final Map<Task, Map<String, byte[]>> COMPILED = new ConcurrentHashMap<>();

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    /** Keeps the jars of the class path open from one compilation to the next; for one at a time. */
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    private PluginCompiler() {}

    /** Class names and class files, of sources by the names of their classes; the same are compiled once in a JVM. */
    public static Map<String, byte[]> compile(Map<String, String> sources, String... options) {
        return COMPILED.computeIfAbsent(new Task(Map.copyOf(sources), List.of(options)), PluginCompiler::compiled);
    }

    private static Map<String, byte[]> compiled(Task task) {
        var units = task.sources().entrySet().stream()
                .map(source -> new Source(source.getKey(), source.getValue()))
                .toList();
        var output = new Memory(FILES);
        // Not by --release, which does not go with --add-exports.
        var options = new ArrayList<>(List.of("-source", "17", "-target", "17", "-Xlint:-options"));
        // Without a path of processors, the compiler searches the class path, jar by jar, for plug-ins of its own.
        options.addAll(
                List.of("-proc:none", "-processorpath", "", "-classpath", System.getProperty("java.class.path")));
        options.addAll(task.options());
        synchronized (FILES) {
            if (!COMPILER.getTask(null, output, null, options, null, units).call()) {
                throw new AssertionError("a plug-in of the tests does not compile");
            }
        }
        var classes = new HashMap<String, byte[]>();
        output.written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
        return Map.copyOf(classes);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

        Memory(StandardJavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + className), kind) {
                @Override
                public OutputStream openOutputStream() {
                    var bytes = new ByteArrayOutputStream();
                    written.put(className, bytes);
                    return bytes;
                }
            };
        }
    }
}

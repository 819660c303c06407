package io.github.pscsdk.command.internal.plugin;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import shark.HeapAnalysisSuccess;
import shark.HeapAnalyzer;
import shark.HeapGraph;
import shark.HprofHeapGraph;
import shark.HprofIndex;
import shark.IgnoredReferenceMatcher;
import shark.LeakTrace;
import shark.MetadataExtractor;
import shark.OnAnalysisProgressListener;
import shark.ReferenceMatcher;
import shark.ReferencePattern;

/** The shortest way, in a dump of this process's heap, to a class of a plug-in that stays in memory. */
final class ClassLoaderLeak {
    /** References that keep nothing in memory. */
    private static final List<ReferenceMatcher> NO_HOLDERS = Stream.of("Weak", "Soft", "Phantom")
            .<ReferenceMatcher>map(kind -> new IgnoredReferenceMatcher(
                    new ReferencePattern.InstanceFieldPattern("java.lang.ref." + kind + "Reference", "referent")))
            .toList();

    private ClassLoaderLeak() {}

    /** The way to a loader of that type, such as {@code java.sql.DriverManager.registeredDrivers → … → Badge}. */
    static Optional<String> to(Class<?> loaderType) throws IOException {
        var folder = Files.createTempDirectory("psc-heap-");
        var dump = folder.resolve("heap.hprof");
        try {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(dump.toString(), true);
            return path(dump.toFile(), loaderType);
        } finally {
            Files.deleteIfExists(dump);
            Files.deleteIfExists(folder);
        }
    }

    private static Optional<String> path(File dump, Class<?> loaderType) throws IOException {
        try (var graph =
                HprofHeapGraph.Companion.openHeapGraph(dump, null, HprofIndex.Companion.defaultIndexedGcRootTags())) {
            var analysis = new HeapAnalyzer(OnAnalysisProgressListener.Companion.getNO_OP())
                    .analyze(
                            dump,
                            graph,
                            all -> ofPlugins(all, loaderType.getName()),
                            NO_HOLDERS,
                            false,
                            List.of(),
                            MetadataExtractor.Companion.getNO_OP());
            return analysis instanceof HeapAnalysisSuccess success
                    ? success.getApplicationLeaks().stream()
                            .flatMap(leak -> leak.getLeakTraces().stream())
                            .map(ClassLoaderLeak::words)
                            .findFirst()
                    : Optional.empty();
        }
    }

    /** The loaders, their classes and the instances of those. */
    private static Set<Long> ofPlugins(HeapGraph graph, String loaderType) {
        var found = new HashSet<Long>();
        var type = graph.findClassByName(loaderType);
        if (type != null) {
            type.getInstances().iterator().forEachRemaining(loader -> found.add(loader.getObjectId()));
        }
        var loaders = Set.copyOf(found);
        graph.getClasses().iterator().forEachRemaining(each -> {
            if (loaders.contains(each.readRecord().getClassLoaderId())) {
                found.add(each.getObjectId());
                each.getDirectInstances().iterator().forEachRemaining(instance -> found.add(instance.getObjectId()));
            }
        });
        return found;
    }

    private static String words(LeakTrace trace) {
        var steps = new ArrayList<>(trace.getReferencePath().stream()
                .map(step -> step.getOwningClassName() + "." + step.getReferenceName())
                .toList());
        // Every class is held by its loader, in a list: what follows is more to the point.
        while (steps.size() > 2 && steps.get(0).equals("java.lang.ClassLoader.classes")) {
            steps.subList(0, 2).clear();
        }
        steps.add(trace.getLeakingObject().getClassName());
        return String.join(" → ", steps);
    }
}

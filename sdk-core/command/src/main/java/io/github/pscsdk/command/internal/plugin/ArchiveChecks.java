package io.github.pscsdk.command.internal.plugin;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.pluginhost.internal.HostClassLoader;
import io.github.pscsdk.pluginhost.internal.problem.BoundedText;
import io.github.pscsdk.spi.Authenticator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Checks of an archive that run nothing of it. Faults of a library's class are warnings alone. */
final class ArchiveChecks {
    private static final int JAVA_OF_THE_SDK = 17;
    private static final long LARGE = 20L << 20;
    private static final String SDK = "io.github.pscsdk.";
    /** JEP 260: exported, and to go away. */
    private static final String UNSUPPORTED = "jdk.unsupported";

    private static final HostClassLoader HOST = new HostClassLoader(ArchiveChecks.class.getClassLoader());

    private final ArchiveContent content;
    private final Set<String> extensions;
    private final ClassFindings found = new ClassFindings();

    private ArchiveChecks(ArchiveContent content, Set<String> extensions) {
        this.content = content;
        this.extensions = extensions;
    }

    /** @param extensions the classes that the index names */
    static List<Diagnostic> of(ArchiveContent content, Set<String> extensions) {
        var checks = new ArchiveChecks(content, extensions);
        checks.classes();
        checks.uses();
        checks.index();
        var all = new ArrayList<>(checks.found.diagnostics());
        checks.whole(all);
        return all;
    }

    private void classes() {
        content.unreadable()
                .forEach(name ->
                        found.add(VerificationProblem.CLASS_UNREADABLE, Severity.BLOCKING, name, Optional.empty()));
        content.classes().forEach((name, file) -> {
            if (HostClassLoader.isShared(name)) {
                found.add(VerificationProblem.BUNDLED_CONTRACT, Severity.BLOCKING, name, Optional.empty());
            }
            if (file.java() > JAVA_OF_THE_SDK) {
                found.addNewer(name, file.java());
            }
        });
    }

    /** The user of a class that is not in the archive; {@code own} if it is a class of the plug-in itself. */
    private record User(String name, boolean own) {
        static User nearer(User one, User other) {
            return !one.own && other.own ? other : one;
        }
    }

    private void uses() {
        Map<String, User> users = new HashMap<>();
        content.classes().forEach((name, file) -> {
            // The host's own is loaded in place of a copy of the contract.
            if (!HostClassLoader.isShared(name)) {
                var user = new User(name, isOwn(name));
                file.uses().stream()
                        .filter(used -> !content.classes().containsKey(used) || HostClassLoader.isShared(used))
                        .forEach(used -> users.merge(used, user, User::nearer));
            }
        });
        users.forEach(this::use);
    }

    /** In the package of an authenticator, or below it. */
    private boolean isOwn(String className) {
        return extensions.stream()
                .map(extension -> extension.substring(0, extension.lastIndexOf('.') + 1))
                .anyMatch(className::startsWith);
    }

    private void use(String used, User user) {
        var severity = user.own ? Severity.BLOCKING : Severity.WARNING;
        var type = hostClass(used);
        if (type.isEmpty()) {
            var isOfTheEngine = used.startsWith(SDK) && !HostClassLoader.isShared(used);
            var problem = isOfTheEngine ? VerificationProblem.ENGINE_USED : VerificationProblem.CLASS_MISSING;
            add(problem, severity, used, user);
        } else if (!type.get().getModule().isExported(type.get().getPackageName())) {
            add(VerificationProblem.JDK_INTERNAL_USED, severity, used, user);
        } else if (UNSUPPORTED.equals(type.get().getModule().getName())) {
            add(VerificationProblem.JDK_INTERNAL_USED, Severity.WARNING, used, user);
        }
    }

    /**
     * A class as a plug-in sees it that does not bring it; empty where neither this JDK nor the host has it. It is not
     * initialized.
     */
    private static Optional<Class<?>> hostClass(String className) {
        try {
            return Optional.of(HOST.loadClass(className));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    private void add(VerificationProblem problem, Severity severity, String used, User user) {
        found.add(problem, severity, used, Optional.of(user.name));
    }

    private void index() {
        for (var extension : extensions) {
            if (!content.classes().containsKey(extension)) {
                found.add(VerificationProblem.INDEX_OUTDATED, Severity.BLOCKING, extension, Optional.empty());
            } else if (!isAuthenticator(extension, new HashSet<>())) {
                found.add(VerificationProblem.NO_AUTHENTICATOR_INDEXED, Severity.WARNING, extension, Optional.empty());
            }
        }
    }

    /** @param seen against classes that inherit from themselves */
    private boolean isAuthenticator(String className, Set<String> seen) {
        if (!seen.add(className)) {
            return false;
        }
        var file = content.classes().get(className);
        if (file == null || HostClassLoader.isShared(className)) {
            return hostClass(className)
                    .filter(Authenticator.class::isAssignableFrom)
                    .isPresent();
        }
        return file.supertypes().stream().anyMatch(supertype -> isAuthenticator(supertype, seen));
    }

    private void whole(List<Diagnostic> all) {
        if (extensions.isEmpty()) {
            all.add(Diagnostic.of(VerificationProblem.NO_INDEX, Severity.BLOCKING));
        }
        if (content.bytes() > LARGE) {
            all.add(Diagnostic.of(VerificationProblem.LARGE, Severity.WARNING)
                    .with("mebibytes", Long.toString(content.bytes() >> 20)));
        }
        // One of them is the plug-in itself.
        if (content.libraries().size() > 1 && !content.hasLicence()) {
            all.add(Diagnostic.of(VerificationProblem.NO_LICENCE, Severity.WARNING)
                    .with("libraries", Integer.toString(content.libraries().size())));
        }
    }

    /** Findings about classes: one for all classes with the same problem. */
    private static final class ClassFindings {
        /** As many as are named; the rest is counted. */
        private static final int MOST_NAMED = 5;

        private static final int MOST_CHARACTERS = 100;

        private record Said(VerificationProblem problem, Severity severity) {}

        /** By code and severity: each class with the one that uses it. */
        private final Map<Said, Map<String, Optional<String>>> all =
                new TreeMap<>(Comparator.comparing(Said::problem).thenComparing(Said::severity));

        private int javaNeeded;

        void add(VerificationProblem problem, Severity severity, String className, Optional<String> usedBy) {
            all.computeIfAbsent(new Said(problem, severity), said -> new TreeMap<>())
                    .put(className, usedBy);
        }

        void addNewer(String className, int java) {
            add(VerificationProblem.NEWER_JAVA, Severity.BLOCKING, className, Optional.empty());
            javaNeeded = Math.max(javaNeeded, java);
        }

        List<Diagnostic> diagnostics() {
            var diagnostics = new ArrayList<Diagnostic>();
            all.forEach((said, classes) -> {
                var finding = Diagnostic.of(said.problem, said.severity).with("classes", names(classes));
                var usedBy = classes.values().iterator().next();
                if (usedBy.isPresent()) {
                    finding = finding.with("usedBy", BoundedText.line(usedBy.get(), MOST_CHARACTERS));
                }
                if (said.problem == VerificationProblem.NEWER_JAVA) {
                    finding = finding.with("javaNeeded", Integer.toString(javaNeeded));
                }
                diagnostics.add(finding);
            });
            return diagnostics;
        }

        private static String names(Map<String, Optional<String>> classes) {
            var named = classes.keySet().stream()
                    .limit(MOST_NAMED)
                    .map(name -> BoundedText.line(name, MOST_CHARACTERS))
                    .collect(Collectors.joining(", "));
            return classes.size() <= MOST_NAMED ? named : named + ", … (" + classes.size() + ")";
        }
    }
}
